package dev.backstep.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunBarTest {

    /// A number just below a thousand or a million is rounded to it, and never written with an
    /// exponent.
    @ParameterizedTest
    @CsvSource({
        "0, –",
        "7.4, 7",
        "999.4, 999",
        "999.6, 1.00 k",
        "356000, 356 k",
        "999499, 999 k",
        "999600, 1.00 M",
        "1660000, 1.66 M"
    })
    void a_speed_has_three_digits(double samples, String told) {
        String shown = RunBar.perSecond(samples);
        assertTrue(shown.startsWith(told), shown);
        assertEquals(samples < 0.5, shown.equals("–"), shown);
    }
}
