package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.backstep.session.LanguageChoice;
import dev.backstep.store.Log;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Failures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Each export that runs has a line of its own, in whichever window stands there.
class LongExportsTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir private Path folder;

    /// What every export waits for.
    private final CountDownLatch go = new CountDownLatch(1);

    @BeforeEach
    void exports_wait() {
        at.background =
                new Background(
                        new Failures(new Log(Path.of("target/backstep.log"))),
                        task -> {
                            if (task == Background.Task.EXPORT) {
                                await();
                            }
                        });
    }

    private void await() {
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Begins to write two pages, of which neither goes on.
    private void beginTwo() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.on(
                () -> {
                    at.window().files().page().write(folder.resolve("one.html"));
                    at.window().files().page().write(folder.resolve("two.html"));
                    return true;
                });
    }

    private List<Node> bars() {
        return at.all(n -> n.getStyleClass().contains("export-bar")).toList();
    }

    private List<String> told() throws Exception {
        return at.on(
                () -> bars().stream().map(b -> ((Label) b.lookup(".label")).getText()).toList());
    }

    private void cancel(int bar) throws Exception {
        at.on(
                () -> {
                    ((Button) bars().get(bar).lookup(".button")).fire();
                    return true;
                });
    }

    private int steps() {
        return at.state().good().orElseThrow().walkthrough().size();
    }

    @Test
    void each_of_two_is_shown_and_can_be_cancelled() throws Exception {
        beginTwo();
        assertEquals(
                List.of("one.html: step 0 of " + steps(), "two.html: step 0 of " + steps()),
                told());
        cancel(0);
        go.countDown();
        at.await(() -> bars().isEmpty());
        assertFalse(Files.exists(folder.resolve("one.html")));
        assertEquals("two.html is written.", at.window().notices().getText());
        at.await(() -> Files.exists(folder.resolve("two.html")));
    }

    @Test
    void a_change_of_language_keeps_them() throws Exception {
        beginTwo();
        cancel(1);
        Object before = at.window();
        at.prefer(p -> p.withLanguage(LanguageChoice.CHINESE));
        at.await(() -> at.window() != before);
        assertEquals(
                List.of("one.html：第 0 步，共 " + steps() + " 步", "two.html：第 0 步，共 " + steps() + " 步"),
                told());
        assertEquals(
                List.of(false, true),
                at.on(() -> bars().stream().map(b -> b.lookup(".button").isDisabled()).toList()));
        go.countDown();
        at.await(() -> bars().isEmpty());
        assertEquals("未写入 two.html：导出已取消。", at.on(() -> at.window().notices().getText()));
        assertEquals(
                List.of("one.html"),
                at.on(
                        () -> {
                            try (var files = Files.list(folder)) {
                                return files.map(f -> f.getFileName().toString()).toList();
                            }
                        }));
        at.prefer(p -> p.withLanguage(LanguageChoice.ENGLISH));
    }
}
