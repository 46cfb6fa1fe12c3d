package dev.backstep.cli;

import dev.backstep.export.Millimetres;
import dev.backstep.export.Png;
import dev.backstep.layout.Size;
import dev.backstep.layout.Sizes;
import dev.backstep.layout.TypeSize;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `--size` asks for.
///
/// @param room what a picture is laid out for, in pixels
/// @param mm the exact width on paper, if that is asked for
record PictureSize(Size room, OptionalDouble mm) {

    /// The scale at which type on screen can just be read.
    static final double ON_SCREEN = TypeSize.LEAST_SCALE;

    private static final Pattern PIXELS = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");
    private static final Pattern PAPER = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?) ?mm");

    /// How high a picture on paper may be, to be on a page with its caption.
    private static final double HIGHEST = 220;

    /// @throws CommandFailure if it is no size
    static PictureSize of(String size) {
        Matcher pixels = PIXELS.matcher(size);
        if (pixels.matches()) {
            Size room =
                    new Size(Integer.parseInt(pixels.group(1)), Integer.parseInt(pixels.group(2)));
            if (room.width() <= Png.MAX_SIDE && room.height() <= Png.MAX_SIDE) {
                return new PictureSize(room, OptionalDouble.empty());
            }
        }
        Matcher paper = PAPER.matcher(size);
        if (paper.matches()) {
            double mm = Double.parseDouble(paper.group(1));
            if (mm >= Millimetres.LEAST && mm <= Millimetres.MOST) {
                Size page = new Size(Millimetres.pixels(mm), Millimetres.pixels(HIGHEST));
                return new PictureSize(page, OptionalDouble.of(mm));
            }
        }
        throw new CommandFailure(
                "--size "
                        + ProgramArgument.shown(size)
                        + ": a size is two numbers from 1 to "
                        + Png.MAX_SIDE
                        + ", such as 1600x900, or a width from 10mm to 1000mm, such as 84mm");
    }

    /// The scale at which the smallest type can just be read.
    double leastScale() {
        return mm.isPresent() ? Millimetres.LEAST_TYPE / Sizes.SMALLEST_TYPE : ON_SCREEN;
    }
}
