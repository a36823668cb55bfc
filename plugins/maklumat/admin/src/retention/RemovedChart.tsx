import type { RetentionRun } from '../../../contracts/retention';
import { retentionKinds } from '../../../core/definition/retention';
import { retentionText } from '../../../core/language/adminCitizens';
import { BarTable } from '../shared/BarTable';
import { Panel } from '../shared/Panel';
import { useTexts } from '../shared/useTexts';

/** How much went of each kind of data over these nights. Name and period of a kind are those of its latest night. */
export function RemovedChart({ runs }: { runs: readonly RetentionRun[] }) {
  const { language } = useTexts();
  const text = retentionText[language];
  const lines = runs.flatMap(({ report }) => report);
  const bars = retentionKinds.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    const [latest] = own;
    if (!latest) return [];
    return [{ key: kind, label: latest.label, note: text.kept(latest.days), count: own.reduce((sum, { removed }) => sum + removed, 0) }];
  });
  const title = text.chart(runs.length);
  return (
    <Panel title={title}>
      <BarTable caption={title} heads={[text.kind, text.removed]} bars={bars} />
    </Panel>
  );
}
