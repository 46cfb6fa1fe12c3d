package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// That nothing of an arrangement lies on anything else.
final class Apart {

    private Apart() {}

    /// Cards, and the tags of wires that are cut.
    static void assertApart(Arrangement a) {
        List<Box> boxes = new ArrayList<>(a.cards().values());
        a.ends().values().forEach(end -> boxes.add(end.tag()));
        a.starts().values().forEach(start -> boxes.add(start.tag()));
        boxes.sort(Comparator.comparingDouble(Box::x));
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            for (int j = i + 1; j < boxes.size() && boxes.get(j).x() < box.right(); j++) {
                assertFalse(box.overlaps(boxes.get(j)), box + " and " + boxes.get(j));
            }
        }
    }
}
