/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

/** A record is larger than producer or brokers allow; sending it again will not help. */
public final class RecordTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordTooLarge(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
