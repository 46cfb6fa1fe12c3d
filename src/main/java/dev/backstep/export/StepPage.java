package dev.backstep.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.backstep.graph.Edge;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.StepDiagrams;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All steps of a walk as one page for a browser, which needs nothing but itself: pictures as SVG
/// in a light and in a dark theme, each step's sentence and tables, a timeline, buttons and keys.
///
/// The numbers on it are those of `trace --json`, whole.
public final class StepPage {

    /// More would be a page that no browser likes to open, as would more shapes of all steps, or
    /// more bytes of numbers.
    private static final StepLimits LIMITS =
            new StepLimits(2_000, "page.steps", 250_000, "page.parts");

    private static final int MOST_SHAPES = 2_000_000;
    private static final int MOST_BYTES = 100_000_000;

    /// What stands in the template for a part.
    private static final Pattern PART =
            Pattern.compile("@(title|scheme|light|dark|box|definitions|data)@");

    private StepPage() {}

    /// Why there can be no page of a walk, before anything is drawn; nothing if there can.
    public static Optional<Message> refusal(Walkthrough w, Arrangement arrangement) {
        return LIMITS.refusal(w, arrangement);
    }

    /// Writes the page; the stream stays open.
    ///
    /// @param first the step that it opens at, from 0
    /// @param report on the same walk
    /// @throws Refusal if the page would be too large
    /// @throws CancellationException if the course says so
    public static void write(
            PageLook look,
            int first,
            StepDiagrams steps,
            JsonReport report,
            ExportCourse course,
            OutputStream to)
            throws IOException {
        PagePictures pictures = new PagePictures(look, steps);
        for (int i = 0; i < steps.size(); i++) {
            pictures.add(i);
            if (pictures.shapes() > MOST_SHAPES) {
                throw new Refusal(
                        StepLimits.tooMuch("page.shapes", MOST_SHAPES, pictures.shapes()));
            }
            course.reached(i + 1, steps.size());
        }
        SharedSvg svg = pictures.svg();
        Map<String, String> parts =
                Map.of(
                        "title",
                        escaped(look.title()),
                        "scheme",
                        look.scheme(),
                        "light",
                        tokens(look.light()) + svg.colours(false),
                        "dark",
                        tokens(look.dark()) + svg.colours(true),
                        "box",
                        pictures.box(),
                        "definitions",
                        svg.definitions(),
                        "data",
                        inScript(data(first, pictures, report)));
        String page =
                PART.matcher(template())
                        .replaceAll(m -> Matcher.quoteReplacement(parts.get(m.group(1))));
        to.write(page.getBytes(StandardCharsets.UTF_8));
    }

    /// The colours of the page itself, as properties of style sheets.
    private static String tokens(Theme theme) {
        return ":root{"
                + Stream.of(
                                ColorRole.PAPER,
                                ColorRole.CARD,
                                ColorRole.LINE,
                                ColorRole.INK,
                                ColorRole.MUTED,
                                ColorRole.VALUE,
                                ColorRole.UPSTREAM,
                                ColorRole.LOCAL,
                                ColorRole.DOWNSTREAM,
                                ColorRole.UPDATE)
                        .map(role -> token(theme, role))
                        .collect(Collectors.joining())
                + "}";
    }

    private static String token(Theme theme, ColorRole role) {
        Color c = theme.color(role);
        return "--%s:#%06x;".formatted(role.name().toLowerCase(Locale.ROOT), c.getRGB() & 0xFFFFFF);
    }

    private static String data(int first, PagePictures pictures, JsonReport report)
            throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("first", first);
            json.writeArrayFieldStart("pieces");
            for (String piece : pictures.svg().pieces()) {
                json.writeString(piece);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("pictures");
            for (int[] picture : pictures.all()) {
                json.writeArray(picture, 0, picture.length);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("names");
            for (int i = 0; i < report.w().size(); i++) {
                names(json, report.w(), report.w().step(i));
            }
            json.writeEndArray();
            json.writeFieldName("trace");
            json.writeRawValue(trace(report));
            json.writeEndObject();
        }
        return out.toString();
    }

    /// What the node of a step is called on its card, and the operands that its edges lead to.
    private static void names(JsonGenerator json, Walkthrough w, Step step) throws IOException {
        json.writeStartArray();
        json.writeString(w.labels().words(step.node()));
        if (step instanceof Step.Backward(int _, List<Edge> edges)) {
            for (Edge edge : edges) {
                json.writeString(w.labels().words(w.drawn().source(edge).id()));
            }
        }
        json.writeEndArray();
    }

    private static String trace(JsonReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.steps(new BoundedOutput(bytes, MOST_BYTES, "page.numbers"));
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    /// JSON that may stand in a `script`: nothing in it ends that element.
    static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    static String escaped(String text) {
        return Svg.allowed(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String template() throws IOException {
        try (InputStream in = StepPage.class.getResourceAsStream("page.html")) {
            return new String(
                    Objects.requireNonNull(in, "page.html").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
