package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Chinese words of a lesson, whose font has one face.
class HanTextTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir private Path folder;

    @Test
    void what_is_emphasised_in_chinese_is_seen() throws Exception {
        Path file = folder.resolve("han.md");
        Files.writeString(file, "# 一课\n\n## 题目\n\n平常的话，**要紧的话**，*轻声的话*，**bold words**。\n");
        at.open(WindowHarness.SAMPLE);
        at.on(
                () -> {
                    at.window().files().open(file);
                    return true;
                });
        at.await(() -> at.state().lesson().filter(l -> l.current().isPresent()).isPresent());
        at.pulse();
        assertNotNull(words("要紧的话").getStroke());
        assertNotNull(words("轻声的话").getStroke());
        assertNotNull(words("题目").getStroke());
        assertNull(words("bold words").getStroke());
        assertNull(words("平常的话，").getStroke());
    }

    private Text words(String wanted) {
        return at.all(n -> n instanceof Text t && t.getText().equals(wanted))
                .map(Text.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
