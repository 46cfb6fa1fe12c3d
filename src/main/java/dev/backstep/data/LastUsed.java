package dev.backstep.data;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A handful of things that were used last, by all that determines them; given up when memory runs
/// short. Any thread may ask.
public final class LastUsed<K, V> {

    private static final int KEPT = 4;

    private final Map<K, SoftReference<V>> last;

    public LastUsed() {
        this(KEPT);
    }

    /// @param most so many are kept
    LastUsed(int most) {
        last =
                new LinkedHashMap<>(most, 1, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, SoftReference<V>> eldest) {
                        return size() > most;
                    }
                };
    }

    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(last.get(key)).map(SoftReference::get);
    }

    /// Keeps a thing, and returns it.
    public synchronized V keep(K key, V thing) {
        last.put(key, new SoftReference<>(thing));
        return thing;
    }
}
