/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place in a sorted list, opaque to callers: the sort key of the last item they have seen. It
 * comes back from outside, so it selects a place only and never what a caller may see. Everything
 * unreadable in it is a 400.
 */
public final class Cursor {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_LENGTH = 2048;

    private final List<String> key;

    private Cursor(List<String> key) {
        this.key = key;
    }

    /** The parts of a sort key, in its order; their text forms are kept. */
    public static Cursor of(Object... key) {
        return new Cursor(Arrays.stream(key).map(String::valueOf).toList());
    }

    /** The cursor in a request. */
    public static Cursor decode(String text) {
        if (text.length() > MAX_LENGTH) {
            throw unreadable();
        }
        try {
            String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] key = JSON.readValue(json, String[].class);
            if (key == null || Arrays.asList(key).contains(null)) {
                throw unreadable();
            }
            return new Cursor(List.of(key));
        } catch (IllegalArgumentException | JacksonException _) {
            throw unreadable();
        }
    }

    public String encode() {
        byte[] json = JSON.writeValueAsBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    public String text(int part) {
        return read(part, Function.identity());
    }

    public long number(int part) {
        return read(part, Long::valueOf);
    }

    public Instant instant(int part) {
        return read(part, Instant::parse);
    }

    public UUID uuid(int part) {
        return read(part, UUID::fromString);
    }

    private <T> T read(int part, Function<String, T> reader) {
        if (part >= key.size()) {
            throw unreadable();
        }
        try {
            return reader.apply(key.get(part));
        } catch (RuntimeException _) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.badRequest("cursor", "is not one that this list gave out");
    }
}
