package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `render -o OUT.html`: the page that steps in a browser, read as text.
class RenderPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

    @TempDir private Path folder;

    private String page(String program, String... more) throws IOException {
        Path out = folder.resolve("page.html");
        String[] args = new String[4 + more.length];
        System.arraycopy(new String[] {"render", "-", "-o", out.toString()}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        Ran ran = Ran.on(program, args);
        assertEquals("", ran.err());
        assertEquals(0, ran.exit());
        return Files.readString(out);
    }

    private static JsonNode data(String page) throws IOException {
        Matcher found = DATA.matcher(page);
        assertTrue(found.find());
        return JSON.readTree(found.group(1));
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("samples", name + ".bs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04-x2-plus-2xy",
                "07-jacobian",
                "13-mlp-3-layers",
                "16-minibatch-sgd",
                "27-attention",
                "33-newton"
            })
    void its_steps_are_those_of_trace_and_each_has_its_picture(String name) throws Exception {
        String program = sample(name);
        String page = page(program);
        JsonNode data = data(page);
        assertEquals(
                JSON.readTree(Ran.on(program, "trace", "-", "--json").out()), data.get("trace"));
        int steps = data.get("trace").get("steps").size();
        assertEquals(steps, data.get("pictures").size());
        assertEquals(steps, data.get("names").size());
        for (int i = 0; i < steps; i++) {
            assertWellFormed(data, i);
        }
        assertTrue(page.length() < 1_000_000, page.length() + " characters");
    }

    /// A picture is XML, and refers only to what is there.
    private static void assertWellFormed(JsonNode data, int step) throws Exception {
        StringBuilder svg = new StringBuilder("<svg>");
        for (JsonNode piece : data.get("pictures").get(step)) {
            svg.append(data.get("pieces").get(piece.asInt()).asText());
        }
        DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(
                        new ByteArrayInputStream(
                                svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everything_that_pieces_refer_to_is_defined() throws Exception {
        String page = page(sample("13-mlp-3-layers"));
        String pieces = data(page).get("pieces").toString();
        Matcher use = Pattern.compile("#([oc]\\d+)\\b").matcher(pieces);
        assertTrue(use.find());
        do {
            assertTrue(page.contains(" id=\"" + use.group(1) + "\""), use.group(1));
        } while (use.find());
        Matcher ink =
                Pattern.compile("\\b([fs]\\d+)\\b")
                        .matcher(pieces.replaceAll("href=\\\\\"[^\\\\]*", ""));
        assertTrue(ink.find());
        do {
            assertEquals(2, page.split("\\." + ink.group(1) + "\\{", -1).length - 1, ink.group(1));
        } while (ink.find());
    }

    @Test
    void it_asks_nothing_of_any_network() throws Exception {
        String page = page(sample("04-x2-plus-2xy"));
        assertTrue(page.contains("default-src 'none'"));
        assertFalse(
                page.replace("http://www.w3.org/2000/svg", "")
                        .matches("(?s).*(https?:)?//[a-z].*"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 5", "first, 0", "last, 8", "all, 0", "forward, 3"})
    void it_opens_where_step_says_else_at_its_beginning(String step, int first) throws Exception {
        assertEquals(
                first, data(page(sample("04-x2-plus-2xy"), "--step", step)).get("first").asInt());
    }

    @Test
    void without_a_step_it_opens_at_its_beginning() throws Exception {
        assertEquals(0, data(page(sample("04-x2-plus-2xy"))).get("first").asInt());
    }

    @Test
    void it_is_light_or_dark_as_the_system_of_its_reader() throws Exception {
        String page = page("x = 3\nL = x^2\n");
        assertEquals(List.of(paper(Theme.LIGHT), paper(Theme.DARK)), papers(page));
        assertTrue(page.contains("<meta name=\"color-scheme\" content=\"light dark\">"));
    }

    @ParameterizedTest
    @CsvSource({"light, light", "dark, dark", "contrast, dark", "print, light"})
    void a_theme_holds_whatever_the_system_of_its_reader(String theme, String scheme)
            throws Exception {
        String page = page("x = 3\nL = x^2\n", "--theme", theme);
        String paper = paper(Theme.valueOf(theme.toUpperCase(Locale.ROOT)));
        assertEquals(List.of(paper, paper), papers(page));
        assertTrue(page.contains("<meta name=\"color-scheme\" content=\"" + scheme + "\">"));
        List<String> inks =
                Pattern.compile("\\.f\\d+\\{[^}]*}")
                        .matcher(page)
                        .results()
                        .map(MatchResult::group)
                        .toList();
        assertEquals(inks.size(), 2 * Set.copyOf(inks).size());
    }

    private static String paper(Theme theme) {
        return "--paper:#%06x".formatted(theme.color(ColorRole.PAPER).getRGB() & 0xFFFFFF);
    }

    private static List<String> papers(String page) {
        return Pattern.compile("--paper:#[0-9a-f]{6}")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /// The same one below all of them, so that nothing moves from step to step.
    @Test
    void a_legend_stands_below_every_picture() throws Exception {
        String program = "x = 3\nL = relu(x)\n";
        JsonNode plain = data(page(program)).get("pictures");
        JsonNode told = data(page(program, "--legend")).get("pictures");
        Set<List<Integer>> legends = new HashSet<>();
        for (int i = 0; i < plain.size(); i++) {
            List<Integer> pieces = new ArrayList<>();
            told.get(i).forEach(n -> pieces.add(n.asInt()));
            legends.add(pieces.subList(plain.get(i).size(), pieces.size()));
        }
        assertEquals(1, legends.size());
        assertTrue(legends.iterator().next().size() > 10, legends.toString());
    }

    @Test
    void an_unknown_theme_is_refused() {
        Path out = folder.resolve("page.html");
        Ran ran = Ran.on("x = 3\nL = x^2\n", "render", "-", "-o", out.toString(), "--theme=blue");
        String why = "--theme blue: the themes are light, dark, contrast and print\n";
        assertEquals(new Ran(2, "", why), ran);
        assertFalse(Files.exists(out));
    }

    @Test
    void what_a_stranger_wrote_stays_text() throws Exception {
        String hostile = "</script><script>alert(1)</script><!-- \" & @data@ @title@";
        String page = page("x = 2\nL = x^2   # " + hostile + "\n", "--caption", hostile);
        assertEquals(2, page.split("<script", -1).length - 1);
        assertFalse(page.contains("<!--"));
        assertTrue(page.contains("<title>&lt;/script&gt;&lt;script&gt;alert(1)"));
        JsonNode steps = data(page).get("trace").get("steps");
        assertTrue(steps.toString().contains("alert(1)"), "the note is there, as text");
    }

    @Test
    void a_mistake_stands_in_every_picture() throws Exception {
        String right = page("x = 1\nL = x^2 + x\n");
        String wrong = page("x = 1\nL = x^2 + x\nset mistake = overwrite\n");
        assertEquals("overwrite", data(wrong).get("trace").get("mistake").asText());
        for (int i = 0; i < data(right).get("pictures").size(); i++) {
            int banner =
                    data(wrong).get("pictures").get(i).size()
                            - data(right).get("pictures").get(i).size();
            assertTrue(banner >= 3, "frame and words of the banner, " + banner + " shapes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--width=100", "--scale=2", "--size=100x100", "--transparent"})
    void a_page_has_no_size(String option) {
        Path out = folder.resolve("page.html");
        Ran ran = Ran.on("x = 1\nL = x^2\n", "render", "-", "-o", out.toString(), option);
        assertEquals(2, ran.exit());
        assertTrue(ran.err().startsWith("a page is as large as its window"), ran.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void too_many_steps_are_refused_with_a_way_out() {
        StringBuilder program = new StringBuilder("x = 1\na0 = x + 1\n");
        for (int i = 1; i <= 1_100; i++) {
            program.append("a%d = a%d * 1.01\n".formatted(i, i - 1));
        }
        Path out = folder.resolve("page.html");
        Ran ran = Ran.on(program.toString(), "render", "-", "-o", out.toString());
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("a page has room for 2,000 steps"), ran.err());
        assertFalse(Files.exists(out));
    }

    /// 400 cards and about as many wires at each of 800 steps.
    @Test
    void too_many_cards_over_all_steps_are_refused_before_one_is_drawn() {
        StringBuilder program = new StringBuilder("x = 1\na0 = x + 1\n");
        for (int i = 1; i <= 400; i++) {
            program.append("a%d = a%d * 1.01\n".formatted(i, i - 1));
        }
        Path out = folder.resolve("page.html");
        Ran ran = Ran.on(program.toString(), "render", "-", "-o", out.toString());
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("a page has room for 250,000 cards and wires"), ran.err());
        assertEquals(1, ran.err().lines().count());
        assertFalse(Files.exists(out));
    }
}
