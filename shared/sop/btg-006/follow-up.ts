import type { FollowUp } from '../definition.ts';

/**
 * The life of an escalation: it outlives its visit. An answer may come before anybody telephoned; the telephone confirmation is
 * then no longer to be had, and the deviation of the step stays as it is.
 */
export const followUp: FollowUp = {
  title: { id: 'Eskalasi', en: 'Escalation' },
  waitsFor: { id: 'Helpdesk LKPP', en: 'Helpdesk LKPP' },
  executor: 'trainer',
  begins: { step: 'escalate', when: 'entered' },
  stages: [
    {
      stage: 'drafted',
      words: { id: 'Disiapkan', en: 'Drafted' },
      norm: null,
      evidence: 'none',
      arrows: [
        { act: 'send', to: 'sent' },
        { act: 'give-up', to: 'closed-unresolved' },
      ],
    },
    {
      stage: 'sent',
      words: { id: 'Terkirim', en: 'Sent' },
      norm: null,
      evidence: 'none',
      arrows: [
        { act: 'confirm', to: 'confirmed' },
        { act: 'answer', to: 'answered' },
        { act: 'give-up', to: 'closed-unresolved' },
      ],
    },
    {
      stage: 'confirmed',
      words: { id: 'Dikonfirmasi telepon', en: 'Confirmed by telephone' },
      norm: null,
      evidence: 'telephone',
      arrows: [
        { act: 'answer', to: 'answered' },
        { act: 'give-up', to: 'closed-unresolved' },
      ],
    },
    {
      stage: 'answered',
      words: { id: 'Dijawab', en: 'Answered' },
      norm: null,
      evidence: 'none',
      arrows: [
        { act: 'contact', to: 'contacted' },
        { act: 'give-up', to: 'closed-unresolved' },
      ],
    },
    {
      stage: 'contacted',
      words: { id: 'Penyedia dihubungi', en: 'Provider contacted' },
      norm: null,
      evidence: 'named-person',
      arrows: [
        { act: 'close', to: 'closed' },
        { act: 'give-up', to: 'closed-unresolved' },
      ],
    },
    {
      stage: 'closed',
      words: { id: 'Selesai', en: 'Closed' },
      norm: null,
      evidence: 'none',
      arrows: [],
    },
    {
      stage: 'closed-unresolved',
      words: { id: 'Ditutup tanpa penyelesaian', en: 'Closed unresolved' },
      norm: null,
      evidence: 'none',
      arrows: [],
    },
  ],
};
