package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A window that presents, driven by keys as a lecturer would.
abstract class PresentHarness {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    void open() throws Exception {
        at.open(WindowHarness.SAMPLE, 960, 640);
    }

    void present() throws Exception {
        open();
        push(KeyCode.F5);
        assertTrue(isOn());
    }

    void push(KeyCode... keys) throws Exception {
        at.robot.push(keys);
        at.pulse();
    }

    boolean isOn() throws Exception {
        return at.on(() -> at.isShown(".presentation"));
    }
}
