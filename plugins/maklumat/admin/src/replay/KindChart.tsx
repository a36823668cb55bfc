import { Typography } from '@strapi/design-system';
import type { Replay } from '../../../contracts/replays';
import { replayText } from '../../../core/language/replay';
import { differenceKinds } from '../../../core/rules/replay';
import { BarTable } from '../shared/BarTable';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';

/** How many cases differ in each kind of decision. */
export function KindChart({ kinds }: { kinds: Replay['kinds'] }) {
  const { language } = useTexts();
  const text = replayText[language];
  const bars = differenceKinds.map((kind) => ({ key: kind, label: text.kinds[kind], count: kinds[kind] ?? 0 }));
  return (
    <Panel title={text.chart}>
      <BarTable caption={text.chart} heads={[text.kind, text.cases]} bars={bars} />
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={3}>
        {text.overlap}
      </Typography>
    </Panel>
  );
}
