package dev.backstep.ui.inspector;

/// The most rows and columns that are shown of each table in a row of tables.
record StripCut(int rows, int cols) {

    private static final int FEWEST_ROWS = 2;

    /// How large the tables can be drawn for the width and for the height there is.
    record Room(double across, double down) {

        double zoom() {
            return Math.min(across, down);
        }
    }

    /// Whether less can be shown, so that what is shown is larger.
    ///
    /// @param least how large it must be
    boolean canGive(Room room, double least) {
        return room.down < least ? rows > FEWEST_ROWS : cols > 1;
    }

    /// One row less where height is missing, else one column less.
    StripCut less(Room room, double least) {
        return room.down < least ? new StripCut(rows - 1, cols) : new StripCut(rows, cols - 1);
    }

    /// As many of what is cut to as many rows as columns.
    int both() {
        return Math.min(rows, cols);
    }
}
