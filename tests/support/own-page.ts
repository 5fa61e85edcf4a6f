/**
 * A clinician page in our own words with the faults of a real one: its review
 * is years overdue, a residue stands the wrong way round, it claims a status
 * without a day, does not say whether its patient is fictional, and lost what
 * stood under two headings.
 */
export const ownPage = `Skip to main content

Example clinical scenario

A 52-year-old woman with metastatic non-small cell lung cancer has a ROS1 fusion on panel testing.

ROS1 fusions in lung cancer

The ROS1 gene

• ROS1 fusions are found in about one lung cancer in a hundred.
• The fused kinase is active without its ligand.

Clinical characteristics

• Patients are often younger than others with lung cancer.

What do you need to do?

Management of the current cancer

• Ask the genomic tumour board before changing treatment.
• Crizotinib is currently funded for routine use in the UK.
• Resistance may follow the variant G2023R or L2026M.


For clinicians


For patients

Tagged: Lung cancer

↑ Back to top
• Last reviewed: 04/05/2022
• Next review due: 04/05/2023
• Authors: Dr Asha Rao
• Reviewers: Dr Bea Stone, Dr Cem Aydin, Dr Dee Lowe`;
