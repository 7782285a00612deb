/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Refuses what the JSON parser lets through: a byte order mark, other encodings, overlong forms,
 * surrogates in UTF-8, and escapes of lone surrogates. Text that is plain ASCII without escapes is
 * passed at eight bytes a step.
 */
final class Utf8 {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BACKSLASHES = ONES * '\\';
    private static final int HEX = 16;

    private Utf8() {}

    /**
     * @throws Violation when the bytes are not UTF-8 that stands for whole characters only
     */
    static void check(byte[] utf8) {
        if (isPlain(utf8)) {
            return;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
        if (utf8.length > 0 && utf8[0] == (byte) 0xEF) {
            throw notUtf8(); // byte order mark; no JSON text begins with another such character
        }
        checkEscapes(utf8);
    }

    private static Violation notUtf8() {
        return Violation.format("expected UTF-8 without byte order mark or lone surrogates");
    }

    /** Whether every byte is ASCII and neither a backslash nor zero, as UTF-16 and -32 have. */
    private static boolean isPlain(byte[] utf8) {
        int i = 0;
        long odd = 0;
        for (; i <= utf8.length - Long.BYTES; i += Long.BYTES) {
            long eight = (long) LONGS.get(utf8, i);
            long slash = eight ^ BACKSLASHES;
            odd |= eight | ((slash - ONES) & ~slash) | (eight - ONES);
        }
        boolean plain = (odd & HIGH_BITS) == 0;
        for (; i < utf8.length; i++) {
            plain &= utf8[i] > 0 && utf8[i] != '\\';
        }
        return plain;
    }

    private static void checkEscapes(byte[] utf8) {
        boolean afterHigh = false;
        int i = 0;
        while (i < utf8.length) {
            if (utf8[i] == 0) {
                throw notUtf8();
            }
            boolean escape = utf8[i] == '\\' && i + 1 < utf8.length;
            int unit = escape && utf8[i + 1] == 'u' ? codeUnit(utf8, i + 2) : 0;
            boolean low =
                    unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
            if (low != afterHigh) {
                throw notUtf8();
            }
            afterHigh =
                    unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE;
            i += unit > 0 ? 6 : escape ? 2 : 1;
        }
    }

    /** The code unit that four hex digits stand for; 0 when they do not. */
    private static int codeUnit(byte[] utf8, int start) {
        if (start + 4 > utf8.length) {
            return 0;
        }
        int unit = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = Character.digit(utf8[i], HEX);
            if (digit < 0) {
                return 0;
            }
            unit = unit * HEX + digit;
        }
        return unit;
    }
}
