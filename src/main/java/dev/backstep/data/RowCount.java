package dev.backstep.data;

import java.util.OptionalDouble;

/// Whether the fields of a column count the rows, from 0 or from 1.
final class RowCount {

    private long rows;
    private double first;
    private boolean broken;

    /// @param number the field of the next row, if it is a number
    void add(OptionalDouble number) {
        if (rows == 0) {
            first = number.orElse(-1);
            broken = first != 0 && first != 1;
        }
        broken |= number.isEmpty() || number.getAsDouble() != first + rows;
        rows++;
    }

    boolean counts() {
        return rows > 0 && !broken;
    }
}
