import pLimit from 'p-limit';
import sharp, { type Sharp } from 'sharp';
import { z } from 'zod';
import type { FileFault } from './fileContents';

/** Pixels of the largest picture that is opened, in millions (default of the product): more than the telephones of the people we serve take. */
export const mostMegapixels = 40;
/**
 * The same for pictures that are stored in passes, coarse first: those have to be held whole while they are opened, 150 MB at 40 million pixels. Telephones do not
 * store theirs so.
 */
export const mostMegapixelsInPasses = 16;
/** Longest side of the small picture that the desk shows, in pixels. */
const thumbnailSide = 320;
/** Longest wait for one picture, in seconds: one that takes longer was made to. */
const patience = 30;
/**
 * Tried in turn until the picture fits into its bytes. A letter of A4 is read well at a longest side of 4,096 pixels, and still at 2,500; beyond, a photograph loses
 * quality first and size last, and a PNG becomes one of 256 colours. A PNG begins smaller, since one that does not fit is held whole in its memory before that is known.
 */
const jpegAttempts = [
  { side: 4_096, quality: 88 },
  { side: 4_096, quality: 78 },
  { side: 4_096, quality: 65 },
  { side: 3_000, quality: 65 },
  { side: 1_600, quality: 65 },
] as const;
const pngAttempts = [
  { side: 3_000, few: false },
  { side: 2_500, few: true },
  { side: 1_600, few: true },
] as const;
/** Largest picture of which 256 colours are chosen, in pixels: it is held several times over meanwhile, 130 MB of one with sides of 4,096. */
const mostOfFewColours = 2_500 * 2_500;

/** Pictures opened at a time in one process, and of those above 12 million pixels: one of 40 million takes up to 70 MB while it is drawn. */
const turns = pLimit(2);
const turnsOfLarge = pLimit(1);
const large = 12_000_000;

const Oversized = z.object({ message: z.string().regex(/pixel limit/) });

export type PictureType = 'image/jpeg' | 'image/png';
export interface Picture {
  content: Buffer;
  /** A JPEG of at most 320 pixels. */
  thumbnail: Buffer;
}

// A picture is opened once, so nothing is kept for the next time. One thread each, since two pictures are opened at a time.
sharp.cache(false);
sharp.concurrency(1);

const open = (content: Buffer): Sharp =>
  sharp(content, { limitInputPixels: mostMegapixels * 1_000_000, failOn: 'error', sequentialRead: true }).timeout({ seconds: patience });

const within = (picture: Sharp, side: number): Sharp =>
  picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });

/** Tables made for the one picture would save a few bytes, and hold the whole of it in memory: four times as much as drawing it does. */
const jpeg = (picture: Sharp, quality: number): Promise<Buffer> => picture.jpeg({ quality, optimiseCoding: false }).toBuffer();

/** @param few 256 colours at most */
const png = (picture: Sharp, few: boolean): Promise<Buffer> => picture.png(few ? { palette: true, quality: 78 } : {}).toBuffer();

async function shrinkToFit(content: Buffer, type: PictureType, hasFewColours: boolean, maxBytes: number): Promise<Buffer | undefined> {
  const drawn = (side: number): Sharp => within(open(content).autoOrient(), side);
  const attempts =
    type === 'image/jpeg'
      ? jpegAttempts.map(
          ({ side, quality }) =>
            () =>
              jpeg(drawn(side), quality),
        )
      : pngAttempts.map(
          ({ side, few }) =>
            () =>
              png(drawn(side), few || hasFewColours),
        );
  for (const attempt of attempts) {
    const encoded = await attempt();
    if (encoded.length <= maxBytes) return encoded;
  }
  return undefined;
}

/**
 * Draws a picture anew: upright, in sRGB, without place, camera, comments or anything hidden behind it, in as many bytes as allowed. Answers the fault of one that is
 * damaged, cut off, or of too many pixels.
 */
export async function redraw(content: Buffer, type: PictureType, maxBytes: number): Promise<Picture | { fault: FileFault }> {
  try {
    const { width, height, isPalette, isProgressive } = await open(content).metadata();
    if (isProgressive && width * height > mostMegapixelsInPasses * 1_000_000) return { fault: 'too-many-pixels-in-passes' };
    const draw = async (): Promise<Picture | { fault: FileFault }> => {
      const drawn = await shrinkToFit(content, type, isPalette && width * height <= mostOfFewColours, maxBytes);
      if (!drawn) return { fault: 'too-large' };
      return { content: drawn, thumbnail: await jpeg(within(open(drawn).flatten({ background: '#ffffff' }), thumbnailSide), 70) };
    };
    return await (width * height > large ? turnsOfLarge(() => turns(draw)) : turns(draw));
  } catch (error) {
    return { fault: Oversized.safeParse(error).success ? 'too-many-pixels' : 'damaged' };
  }
}
