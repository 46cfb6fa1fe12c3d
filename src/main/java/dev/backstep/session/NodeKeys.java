package dev.backstep.session;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What each node is called across edits, where its number may change.
///
/// A named node by its name. Another by what it computes, `=mul(#,x)`, and where that stands
/// several times by its occurrence, `=mul(#,x)~2`; numbers in it are all `#`, so that changing one
/// changes no key. A number by what uses it and as which operand, `=mul(#,x).0`. No name begins
/// with `=` or holds a dot.
public final class NodeKeys {

    private static final int LONGEST = 80;

    private final List<String> keys;
    private final Map<String, Integer> nodes = new HashMap<>();

    private NodeKeys(List<String> keys) {
        this.keys = keys;
        for (int id = 0; id < keys.size(); id++) {
            nodes.putIfAbsent(keys.get(id), id);
        }
    }

    public static NodeKeys of(Graph graph) {
        List<String> keys = new ArrayList<>(graph.size());
        Map<String, Integer> seen = new HashMap<>();
        for (Node node : graph.nodes()) {
            String key = node.name().orElseGet(() -> computed(node, keys));
            boolean constant = node.op() instanceof Op.Constant && node.name().isEmpty();
            int occurrence = constant ? 1 : seen.merge(key, 1, Integer::sum);
            keys.add(occurrence == 1 ? key : key + "~" + occurrence);
        }
        for (Node node : graph.nodes()) {
            for (int slot = 0; slot < node.inputs().size(); slot++) {
                int input = node.inputs().get(slot);
                if (keys.get(input).equals("#")) {
                    keys.set(input, keys.get(node.id()) + "." + slot);
                }
            }
        }
        return new NodeKeys(keys);
    }

    /// The key of a node.
    public String key(int node) {
        return keys.get(node);
    }

    /// The node of a key.
    public OptionalInt node(String key) {
        Integer id = nodes.get(key);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    private static String computed(Node node, List<String> keys) {
        if (node.op() instanceof Op.Constant) {
            return "#";
        }
        StringBuilder key = new StringBuilder("=").append(node.op().word()).append('(');
        for (int input : node.inputs()) {
            key.append(keys.get(input)).append(',');
        }
        String whole = key.append(')').toString();
        return whole.length() <= LONGEST
                ? whole
                : "=" + node.op().word() + "#" + Long.toHexString(hash(whole));
    }

    /// FNV-1a, 64 bits: the same in every run, so that a session can be read again.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
