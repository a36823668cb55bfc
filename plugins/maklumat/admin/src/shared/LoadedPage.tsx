import type { ReactNode } from 'react';
import { EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { FailureAlert } from './FailureAlert';
import type { Load } from './useLoad';
import { useTexts } from './useTexts';

interface PartProps<T> {
  load: Load<T>;
  reload: () => Promise<void>;
  children: (value: T) => ReactNode;
}

/** What is made of a loaded value; a sign while it is on its way, and the reason with a way to try again when it failed. */
export function LoadedPart<T>({ load, reload, children }: PartProps<T>) {
  const { text } = useTexts();
  if (load.state === 'failed') return <FailureAlert failure={load.failure} onRetry={() => void reload()} />;
  if (load.state === 'ready') return children(load.value);
  return (
    <Flex justifyContent="center" padding={8} aria-busy>
      <Loader>{text.loading}</Loader>
    </Flex>
  );
}

interface PageProps<T> extends PartProps<T> {
  title: string;
  subtitle: string | undefined;
  action?: ReactNode;
}

/** A page of the admin that stands on one loaded value. */
export function LoadedPage<T>({ title, subtitle, action, load, reload, children }: PageProps<T>) {
  const { text } = useTexts();
  if (load.state === 'loading') return <Page.Loading>{text.loading}</Page.Loading>;
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.BaseHeader title={title} subtitle={subtitle} primaryAction={action} />
      <Layouts.Content>
        <LoadedPart load={load} reload={reload}>
          {children}
        </LoadedPart>
      </Layouts.Content>
    </Page.Main>
  );
}

/** Where a list would be, when there is nothing to list. */
export function Empty({ content }: { content: string }) {
  return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={content} />;
}
