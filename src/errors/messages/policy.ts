/** Issues of the shape of a policy, and of adapting one. Names and references within it are in `reference.ts`. */
export const policyMessages = {
  'policy/wrong-type': '`{name}` is {actual}: give {expected}',
  'policy/missing': '`{name}` is missing: give {expected}',
  'policy/unknown-option': 'there is no option `{name}` here: correct its name or remove it',
  'policy/wrong-value': '`{name}` cannot be `{value}`: use one of {allowed}',
  'policy/wrong-id': '`{id}` is no id: give 1 to 100 characters, no control characters and no spaces at the ends',
  'policy/blank-text': '`{name}` is blank: give a text, or leave it out',
  'policy/unknown-parameter': 'the policy has no parameter `{name}`: use one of {known}',
  'policy/wrong-parameter': 'parameter `{name}` is {actual}: give {expected}, as the policy does',
} as const;
