package dev.backstep.export;

import java.util.List;

/// How a page of a handout is set.
///
/// @param type the size of its words
/// @param gap below a paragraph
/// @param picture the share of a sheet that a picture may take
record HandoutSetting(double type, double gap, double picture) {

    /// From the roomiest to the tightest.
    static final List<HandoutSetting> ALL =
            List.of(
                    new HandoutSetting(14.5, 9, 0.45),
                    new HandoutSetting(14.5, 9, 0.3),
                    new HandoutSetting(13.5, 6, 0.3),
                    new HandoutSetting(12.5, 5, 0.22));
}
