package dev.backstep.ui;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Presses and releases keys, and then waits once until the window has done what they ask: TestFX
/// waits after each press, after each release, and a while in between.
final class QuickRobot extends FxRobot {

    /// How often the window is asked whether it is done: what it does may give it more to do.
    private static final int ROUNDS = 3;

    static {
        System.setProperty("testfx.robot.write_sleep", "0");
        System.setProperty("testfx.robot.move_max_count", "12");
    }

    private KeyboardRobot keyboard() {
        return robotContext().getKeyboardRobot();
    }

    @Override
    public QuickRobot push(KeyCode... keys) {
        keyboard().pressNoWait(keys);
        keyboard().releaseNoWait(List.of(keys).reversed().toArray(KeyCode[]::new));
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
        return this;
    }

    @Override
    public QuickRobot type(KeyCode... keys) {
        for (KeyCode key : keys) {
            push(key);
        }
        return this;
    }

    @Override
    public QuickRobot type(KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            push(key);
        }
        return this;
    }
}
