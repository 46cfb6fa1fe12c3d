package dev.backstep.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A headless Chromium with one page, driven by its DevTools protocol.
final class Browser implements AutoCloseable {

    private static final long PATIENCE = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final LinkedBlockingQueue<JsonNode> answers;
    private int sent;
    private String session = "";

    private Browser(Process process, WebSocket socket, LinkedBlockingQueue<JsonNode> answers) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
    }

    /// The program, if there is one on this machine.
    static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(":", -1))
                .flatMap(
                        folder ->
                                Stream.of("chromium", "chromium-browser", "google-chrome")
                                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Opens a page.
    ///
    /// @param profile an empty folder
    static Browser open(Path program, Path profile, URI page) throws Exception {
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--window-size=1440,900",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(profile.resolve("chromium.log").toFile())
                        .start();
        LinkedBlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
        WebSocket socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(address(process, profile), new Listening(answers))
                        .get(PATIENCE, TimeUnit.SECONDS);
        Browser browser = new Browser(process, socket, answers);
        ObjectNode target = JSON.createObjectNode().put("url", page.toString());
        String id = browser.ask("Target.createTarget", target).path("targetId").asText();
        ObjectNode attach = JSON.createObjectNode().put("targetId", id).put("flatten", true);
        browser.session = browser.ask("Target.attachToTarget", attach).path("sessionId").asText();
        browser.await("document.readyState === 'complete' && typeof now === 'number'");
        return browser;
    }

    /// Chromium writes where it listens into its profile.
    private static URI address(Process process, Path profile) throws Exception {
        Path port = profile.resolve("DevToolsActivePort");
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE); ; ) {
            if (Files.exists(port) && Files.readAllLines(port).size() > 1) {
                var lines = Files.readAllLines(port);
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IOException(Files.readString(profile.resolve("chromium.log")));
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    private JsonNode ask(String method, ObjectNode parameters) throws Exception {
        int id = ++sent;
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).get(PATIENCE, TimeUnit.SECONDS);
        while (true) {
            JsonNode answer = answers.poll(PATIENCE, TimeUnit.SECONDS);
            if (answer == null || answer.has("error")) {
                throw new IOException(method + ": " + answer);
            }
            if (answer.path("id").asInt() == id) {
                return answer.path("result");
            }
        }
    }

    /// The value of an expression in the page.
    JsonNode value(String expression) throws Exception {
        JsonNode result =
                ask(
                        "Runtime.evaluate",
                        JSON.createObjectNode()
                                .put("expression", expression)
                                .put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(result.toString());
        }
        return result.path("result").path("value");
    }

    private void await(String condition) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (value(condition).asBoolean()) {
                return;
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new IOException("never: " + condition);
    }

    /// Presses a key, as a keyboard does.
    void press(String key) throws Exception {
        for (String type : new String[] {"keyDown", "keyUp"}) {
            ObjectNode event = JSON.createObjectNode().put("type", type).put("key", key);
            ask("Input.dispatchKeyEvent", event.put("code", key));
        }
    }

    /// Clicks the middle of an element.
    void click(String selector) throws Exception {
        JsonNode box =
                value(
                        "(b => ({x: b.x + b.width / 2, y: b.y + b.height / 2}))(document.querySelector('"
                                + selector
                                + "').getBoundingClientRect())");
        for (String type : new String[] {"mousePressed", "mouseReleased"}) {
            ObjectNode event = JSON.createObjectNode().put("type", type).put("button", "left");
            event.put("x", box.path("x").asDouble()).put("y", box.path("y").asDouble());
            ask("Input.dispatchMouseEvent", event.put("clickCount", 1));
        }
    }

    /// Makes the page think that its reader's system is dark, or light.
    void prefer(String scheme) throws Exception {
        prefer(scheme, "screen");
    }

    /// The same, on the screen or in print.
    ///
    /// @param medium `screen` or `print`
    void prefer(String scheme, String medium) throws Exception {
        ObjectNode media = JSON.createObjectNode().put("media", medium);
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        ask("Emulation.setEmulatedMedia", media);
    }

    /// Makes the window as small as that of a phone.
    void shrink(int width, int height) throws Exception {
        ask(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    @Override
    public void close() throws Exception {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private static final class Listening implements WebSocket.Listener {

        private final LinkedBlockingQueue<JsonNode> answers;
        private final StringBuilder part = new StringBuilder();

        Listening(LinkedBlockingQueue<JsonNode> answers) {
            this.answers = answers;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                try {
                    answers.add(JSON.readTree(part.toString()));
                } catch (IOException e) {
                    return CompletableFuture.failedFuture(e);
                }
                part.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
