import type { Texts } from '~/i18n/texts'

export const salesSetup: Texts['salesSetup'] = {
  title: 'Sales stages',
  text: {
    stages:
      'The stages of opportunities with their probability. Weighted values on the board and in the forecast are computed from it.',
    reasons: 'The reasons to choose from when a lead or an opportunity is closed.',
    scoring: 'The points of each factor, and where hot, warm, cool and cold begin. Only customers who agreed to profiling are scored.',
  },
  views: 'Part',
  tabs: { stages: 'Stages', reasons: 'Closing reasons', scoring: 'Scoring of leads' },
  columns: {
    name: 'Name',
    probability: 'Probability',
    outcome: 'Outcome',
    state: 'State',
    act: 'Action',
  },
  outcomes: { WON: 'Won', LOST: 'Lost' },
  used: 'In use',
  unused: 'Not in use',
  stageTitle: 'Change the stage: {{name}}',
  stageActive: 'Can be chosen',
  endProbability: 'An end is always 100 or 0 percent.',
  reasonMake: 'Add a reason',
  reasonTitle: 'Change the reason: {{name}}',
  reasonActive: 'Can be chosen when closing',
  nameId: 'Name (Indonesian)',
  nameEn: 'Name (English)',
  sameName: 'Same as the Indonesian name',
  code: 'Code',
  codeWrong: 'Capital letters, digits and underscores; 2 to 30.',
  codeTaken: 'This code is taken.',
  position: 'Order',
  saved: 'Saved: {{name}}',
}
