### What people read. One section for each feature; every key stands in en, ru and ro.
