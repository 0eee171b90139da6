// Generated from the schema by `npm run compose`: do not edit.

/**
 * Kind of emergency department.
 * Source: NHS England, A&E attendances and emergency admissions.
 */
export const departmentTypeValues = [
  'ALL',
  'TYPE_1',
  'TYPE_2',
  'OTHER',
] as const;
export type DepartmentType = (typeof departmentTypeValues)[number];
