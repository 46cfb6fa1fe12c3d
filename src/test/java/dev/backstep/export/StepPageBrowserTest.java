package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.cli.Backstep;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The page of steps in a real browser, where there is one.
class StepPageBrowserTest {

    private static final String SAMPLE = "samples/13-mlp-3-layers.bs";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private static String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Backstep.run(args, InputStream.nullInputStream(), out, err);
        assertEquals(0, exit, err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private Browser open() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "no Chromium on this machine");
        Path page = folder.resolve("page.html");
        run("render", SAMPLE, "-o", page.toString());
        Path profile = Files.createDirectories(folder.resolve("profile"));
        return Browser.open(program.get(), profile, page.toUri());
    }

    @Test
    void each_step_shows_the_sentence_and_the_numbers_of_trace() throws Exception {
        JsonNode steps = new ObjectMapper().readTree(run("trace", SAMPLE, "--json")).get("steps");
        try (Browser browser = open()) {
            String before = "";
            for (int i = 0; i < steps.size(); i++) {
                JsonNode step = steps.get(i);
                assertEquals(
                        step.get("text").asText(),
                        browser.value("document.getElementById('sentence').textContent").asText());
                assertEquals(numbers(step), shown(browser), "step " + i);
                String picture =
                        browser.value("document.getElementById('drawing').innerHTML").asText();
                assertNotEquals(before, picture, "step " + i);
                assertTrue(
                        browser.value("document.getElementById('drawing').getBBox().width > 300")
                                .asBoolean());
                before = picture;
                browser.press("ArrowRight");
            }
        }
    }

    /// The numbers of a step, table by table, as JavaScript writes them.
    private static String numbers(JsonNode step) {
        StringBuilder all = new StringBuilder();
        if (step.has("flows") && !step.get("flows").isEmpty()) {
            for (JsonNode flow : step.get("flows")) {
                for (String part : new String[] {"upstream", "local", "downstream"}) {
                    if (flow.has(part)) {
                        flatten(flow.get(part), all);
                    }
                }
            }
        } else {
            flatten(
                    step.get(step.get("phase").asText().equals("forward") ? "value" : "gradient"),
                    all);
        }
        return all.toString();
    }

    private static void flatten(JsonNode value, StringBuilder all) {
        if (value.isArray()) {
            value.forEach(v -> flatten(v, all));
        } else {
            all.append(value.asDouble()).append(' ');
        }
    }

    private static String shown(Browser browser) throws Exception {
        StringBuilder all = new StringBuilder();
        for (JsonNode cell :
                browser.value(
                        "[...document.querySelectorAll('#tables td')].map(c => Number(c.title))")) {
            all.append(cell.asDouble()).append(' ');
        }
        return all.toString();
    }

    @Test
    void keys_buttons_and_timeline_step() throws Exception {
        try (Browser browser = open()) {
            browser.press("End");
            int last = browser.value("now").asInt();
            assertEquals(22, last);
            browser.press("ArrowLeft");
            assertEquals(last - 1, browser.value("now").asInt());
            browser.click("#first");
            assertEquals(0, browser.value("now").asInt());
            browser.click("#next");
            browser.click("#next");
            browser.click("#back");
            assertEquals(1, browser.value("now").asInt());
            browser.click("#time");
            assertEquals(last / 2.0, browser.value("now").asDouble(), 1);
            browser.click("#play");
            assertTrue(browser.value("timer !== 0").asBoolean());
            browser.press("Home");
            assertTrue(browser.value("timer === 0 && now === 0").asBoolean());
        }
    }

    @Test
    void it_is_dark_where_the_readers_system_is() throws Exception {
        try (Browser browser = open()) {
            browser.prefer("light");
            String light = browser.value(PAPER).asText();
            browser.prefer("dark");
            String dark = browser.value(PAPER).asText();
            assertEquals("rgb(250, 249, 246)", light);
            assertNotEquals(light, dark);
        }
    }

    @Test
    void it_is_printed_light_and_whole() throws Exception {
        try (Browser browser = open()) {
            browser.press("End");
            browser.prefer("dark", "print");
            assertEquals("rgb(250, 249, 246)", browser.value(PAPER).asText());
            String hidden =
                    "[...document.querySelectorAll('aside, .scroll')]"
                            + ".filter(e => e.scrollHeight > e.clientHeight + 1).length";
            assertEquals(0, browser.value(hidden).asInt());
        }
    }

    @Test
    void where_it_stands_can_be_read_on_a_phone() throws Exception {
        try (Browser browser = open()) {
            browser.shrink(360, 640);
            browser.press("End");
            String box = "document.getElementById('where').getBoundingClientRect()";
            assertTrue(browser.value(box + ".height < 40").asBoolean());
            assertTrue(browser.value(box + ".right <= innerWidth").asBoolean());
            assertTrue(
                    browser.value("document.getElementById('time').offsetWidth > 200").asBoolean());
        }
    }

    private static final String PAPER = "getComputedStyle(document.body).backgroundColor";
}
