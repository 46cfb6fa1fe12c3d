package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GlanceTest {

    @Test
    void many_samples_and_files_may_take_long() {
        assertTrue(Glance.mayTakeLong("x = 1\n  data xor(noise=0,\n samples = 10000)\n"));
        assertTrue(Glance.mayTakeLong("data xor(samples=1e6)"));
        assertTrue(Glance.mayTakeLong("data csv(\"a.csv\", label=3) # b"));
        assertFalse(Glance.mayTakeLong("data xor(samples=9999, seed=12345)"));
        assertFalse(Glance.mayTakeLong("# data csv(\"a.csv\")\nx = 1"));
        assertFalse(Glance.mayTakeLong("data xor(samples=10000"));
    }

    @Test
    void only_csv_reads_a_file() {
        assertTrue(Glance.readsFile("data csv(\"a.csv\", label=3)"));
        assertFalse(Glance.readsFile("data xor(samples=100000)\ncsv = 1"));
    }

    @Test
    void the_last_line_that_sets_counts() {
        String text = "set relu0 = 1 # set relu0 = 0\nx = 1\n set  relu0=1/2";
        Span at = Glance.setting(text, "relu0").orElseThrow();
        assertEquals("1/2", text.substring(at.start(), at.end()));
        assertEquals(Optional.empty(), Glance.setting("# set relu0 = 1\nset other = 1", "relu0"));
    }
}
