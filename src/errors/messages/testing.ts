/** What the kits for policies and plug-ins find. */
export const testingMessages = {
  'testing/not-a-classifier': 'give a classifier that `createClassifier` made',
} as const;
