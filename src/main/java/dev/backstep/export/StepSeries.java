package dev.backstep.export;

import dev.backstep.export.Png.Picture;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.StepDiagrams;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The pictures of all steps, a file each, all of one size. Of pixels, the next ones are painted
/// while one is packed.
///
/// It belongs to one thread.
public final class StepSeries {

    private static final StepLimits LIMITS =
            new StepLimits(2_000, "film.steps", 2_000_000, "film.parts");

    /// Pictures that are packed at the same time.
    private static final int AHEAD = 3;

    /// Images of the size of a picture that a film holds: paper, work, picture, and those packed.
    private static final int IMAGES = 3 + AHEAD;

    private final PictureFormat format;
    private final StepSheets sheets;
    private final ExportCourse course;
    private final Queue<CompletableFuture<byte[]>> packing = new ArrayDeque<>();
    private @Nullable Film film;
    private int painted;

    /// @throws Refusal if it is refused, see [#refusal]
    public StepSeries(
            PictureFormat format, StepDiagrams steps, Picture picture, ExportCourse course) {
        check(format, steps, picture);
        this.format = format;
        this.sheets = StepSheets.of(steps, picture);
        this.course = course;
    }

    /// Why there can be no series or film of a walk, before anything is drawn; nothing if there
    /// can.
    public static Optional<Message> refusal(Walkthrough w, Arrangement arrangement) {
        return LIMITS.refusal(w, arrangement);
    }

    /// Why there are too many steps for a file each; nothing if there are not.
    public static Optional<Message> tooMany(Walkthrough w) {
        return LIMITS.tooMany(w);
    }

    static void check(PictureFormat format, StepDiagrams steps, Picture picture) {
        Refusal.unlessEmpty(format.refusal(steps.at(0), picture, IMAGES));
    }

    /// The names of the files: `out.png` becomes `out-001.png` and so on.
    public static List<String> names(String file, int steps) {
        int dot = file.lastIndexOf('.');
        int digits = Math.max(3, Integer.toString(steps).length());
        String name = file.substring(0, dot);
        String ending = file.substring(dot);
        return IntStream.rangeClosed(1, steps)
                .mapToObj(
                        i ->
                                name
                                        + "-"
                                        + String.format(Locale.ROOT, "%0" + digits + "d", i)
                                        + ending)
                .toList();
    }

    /// Writes the pictures in their order, each time the next one; the stream stays open.
    ///
    /// @throws CancellationException if the course says so
    public void write(int step, OutputStream to) throws IOException {
        switch (format) {
            case PNG -> to.write(packed());
            case SVG -> Svg.write(drawing(step), sheets.picture().caption(), to);
            case PDF -> Pdf.write(drawing(step), sheets.picture().caption(), to);
        }
        course.reached(step + 1, sheets.size());
    }

    private Drawing drawing(int step) {
        return Drawing.shapes(sheets.at(step), sheets.picture());
    }

    private byte[] packed() {
        Film now = film == null ? new Film(sheets) : film;
        film = now;
        while (painted < sheets.size() && packing.size() < AHEAD) {
            now.show(painted++);
            BufferedImage copy = copy(now.image());
            packing.add(CompletableFuture.supplyAsync(() -> packed(copy, sheets.picture())));
        }
        return Ahead.joined(packing.remove());
    }

    private static byte[] packed(BufferedImage image, Picture picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Png.pack(image, PngBands.FAST, picture, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is always room in memory, or an Error
        }
        return bytes.toByteArray();
    }

    private static BufferedImage copy(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        return new BufferedImage(colours, image.copyData(null), false, null);
    }
}
