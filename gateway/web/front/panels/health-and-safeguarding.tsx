import { type BoroughFigures } from '../answer.ts';
import { SeriesPanel } from './series-panel.tsx';

/** Emergency and violence-related health. */
export function HealthPanels({ figures: { name, health } }: { readonly figures: BoroughFigures }) {
  return (
    <>
      <SeriesPanel
        title="Emergency department attendances after violence"
        series={health?.violenceAttendances}
        borough={name}
      />
      <SeriesPanel title="Emergency hospital admissions" series={health?.emergencyAdmissions} borough={name} />
      <SeriesPanel title="Hospital admissions for drug misuse" series={health?.drugMisuseAdmissions} borough={name} />
    </>
  );
}

/** Children in need, protected and looked after. */
export function SafeguardingPanels({ figures: { name, safeguarding } }: { readonly figures: BoroughFigures }) {
  return (
    <>
      <SeriesPanel title="Children in need" series={safeguarding?.childrenInNeed} borough={name} />
      <SeriesPanel title="Child protection plans" series={safeguarding?.childProtectionPlans} borough={name} />
      <SeriesPanel title="Children looked after" series={safeguarding?.lookedAfterChildren} borough={name} />
    </>
  );
}
