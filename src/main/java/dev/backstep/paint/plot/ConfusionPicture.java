package dev.backstep.paint.plot;

import java.util.List;

/// How many samples of each class were taken for which.
///
/// @param classes what they are called
/// @param counts a row for each class, a column for what its samples were taken for
/// @param rows what the rows are: `class`
/// @param cols what the columns are: `predicted`
public record ConfusionPicture(List<String> classes, Raster counts, String rows, String cols) {
    public ConfusionPicture {
        classes = List.copyOf(classes);
        if (counts.cols() != classes.size() || counts.rows() != classes.size()) {
            throw new IllegalArgumentException("the counts are not those of the classes");
        }
    }
}
