//! No label may stand on another or leave its picture, whatever a figure holds.
