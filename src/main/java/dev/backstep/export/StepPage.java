package dev.backstep.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.backstep.export.Png.Picture;
import dev.backstep.graph.Edge;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/// All steps of a walk as one page for a browser, which needs nothing but itself: pictures as SVG
/// in a light and in a dark theme, each step's sentence and tables, a timeline, buttons and keys.
///
/// The numbers on it are those of `trace --json`, whole.
public final class StepPage {

    /// More would be a page that no browser likes to open.
    public static final int MOST_STEPS = 2_000;

    private static final int MOST_PIECES = 2_000_000;

    /// What stands in the template for a part.
    private static final Pattern PART =
            Pattern.compile("@(title|light|dark|box|definitions|data)@");

    private StepPage() {}

    /// Writes the page; the stream stays open.
    ///
    /// @param title of the page
    /// @param first the step that it opens at, from 0
    /// @param diagrams that of every step
    /// @throws IllegalArgumentException if the diagrams are not one a step
    public static void write(
            String title, int first, List<Diagram> diagrams, JsonReport report, OutputStream to)
            throws IOException {
        if (diagrams.size() != report.w().size()) {
            throw new IllegalArgumentException(diagrams.size() + " pictures");
        }
        SharedSvg svg = new SharedSvg();
        Box all = bounds(diagrams);
        List<List<Integer>> pictures = new ArrayList<>();
        long count = 0;
        for (Diagram diagram : diagrams) {
            Diagram placed = diagram.within(all);
            List<Integer> picture = svg.add(root(placed, Theme.LIGHT), root(placed, Theme.DARK));
            pictures.add(picture);
            count += picture.size();
            if (count > MOST_PIECES) {
                throw new IllegalArgumentException("more than " + MOST_PIECES + " shapes");
            }
        }
        Png.PixelSize size = Png.pixels(diagrams.getFirst().within(all), picture(Theme.LIGHT));
        Map<String, String> parts =
                Map.of(
                        "title",
                        escaped(title),
                        "light",
                        tokens(Theme.LIGHT) + svg.colours(false),
                        "dark",
                        tokens(Theme.DARK) + svg.colours(true),
                        "box",
                        "0 0 " + size.width() + " " + size.height(),
                        "definitions",
                        svg.definitions(),
                        "data",
                        inScript(data(first, svg, pictures, report)));
        String page =
                PART.matcher(template())
                        .replaceAll(m -> Matcher.quoteReplacement(parts.get(m.group(1))));
        to.write(page.getBytes(StandardCharsets.UTF_8));
    }

    private static Picture picture(Theme theme) {
        Picture plain = Picture.of(theme, 1);
        return new Picture(theme, 1, plain.width(), true, "", "", List.of(), plain.language());
    }

    private static Element root(Diagram diagram, Theme theme) {
        return Svg.root(Drawing.of(diagram, picture(theme)));
    }

    /// What holds all of them, so that nothing moves from step to step.
    private static Box bounds(List<Diagram> diagrams) {
        return diagrams.stream()
                .map(Diagram::bounds)
                .reduce(Box::union)
                .orElseThrow(() -> new IllegalArgumentException("no step"));
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

    private static String data(
            int first, SharedSvg svg, List<List<Integer>> pictures, JsonReport report)
            throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("first", first);
            json.writeArrayFieldStart("pieces");
            for (String piece : svg.pieces()) {
                json.writeString(piece);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("pictures");
            for (List<Integer> picture : pictures) {
                json.writeArray(picture.stream().mapToInt(i -> i).toArray(), 0, picture.size());
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
        report.steps(bytes);
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
