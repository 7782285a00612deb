/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.outbound;

import io.netty.util.NetUtil;
import java.net.InetAddress;

/** A range of addresses, written like {@code 10.0.0.0/8} or {@code fc00::/7}. */
record Network(byte[] prefix, int length) {

    /** Fails with what is wrong about the text. */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address.strip());
        if (bytes == null) {
            throw new IllegalArgumentException(text + " is no network");
        }
        int length = slash < 0 ? bytes.length * Byte.SIZE : length(text, slash);
        if (length < 0 || length > bytes.length * Byte.SIZE) {
            throw new IllegalArgumentException(text + " is no network");
        }
        return new Network(bytes, length);
    }

    private static int length(String text, int slash) {
        try {
            return Integer.parseInt(text.substring(slash + 1).strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is no network", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((bytes[bit / Byte.SIZE] ^ prefix[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
