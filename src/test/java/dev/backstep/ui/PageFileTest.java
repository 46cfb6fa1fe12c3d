package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.export.Png;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The page that the window saves is that of the graph on screen, and opens at its step.
class PageFileTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir private Path folder;

    @Test
    void the_page_has_all_steps_and_opens_at_that_on_screen() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Forward());
        at.dispatch(new Action.Forward());
        Path file = folder.resolve("walk.html");
        at.on(
                () -> {
                    at.window().files().page().write(file);
                    return true;
                });
        at.await(() -> Files.exists(file));
        String page = Files.readString(file);
        assertTrue(page.contains("\"first\":" + at.state().view().step() + ","));
        int steps = at.state().good().orElseThrow().walkthrough().size();
        assertEquals(steps, page.split("\"index\":", -1).length - 1);
        assertTrue(page.endsWith("</html>\n"));
    }

    @Test
    void the_window_writes_all_steps_as_an_animation_and_as_a_series() throws Exception {
        at.open(WindowHarness.SAMPLE);
        Png.Picture picture = Png.Picture.of(Theme.DARK, 0.5);
        Path gif = folder.resolve("walk.gif");
        Path png = folder.resolve("walk.png");
        at.on(
                () -> {
                    at.window().files().pictures().film().write(picture, gif);
                    at.window().files().pictures().film().write(picture, png);
                    return true;
                });
        int steps = at.state().good().orElseThrow().walkthrough().size();
        Path last = folder.resolve("walk-%03d.png".formatted(steps));
        at.await(() -> Files.exists(gif) && Files.exists(last));
        BufferedImage one = ImageIO.read(last.toFile());
        BufferedImage frame = ImageIO.read(gif.toFile());
        assertEquals(one.getWidth(), frame.getWidth());
        assertEquals(one.getHeight(), frame.getHeight());
        assertTrue(one.getWidth() > 300);
    }
}
