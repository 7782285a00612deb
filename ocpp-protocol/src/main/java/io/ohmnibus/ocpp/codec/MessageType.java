/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.OcppVersion;

/** The message type numbers (Part 4, 4.1.3). */
final class MessageType {

    static final int CALL = 2;
    static final int CALL_RESULT = 3;
    static final int CALL_ERROR = 4;
    static final int CALL_RESULT_ERROR = 5;
    static final int SEND = 6;

    /** The frame is so broken that there is no number. */
    static final int UNREADABLE = 0;

    /** What stands in place of the number means nothing to the version. */
    static final int UNKNOWN = -1;

    private MessageType() {}

    static boolean isKnown(int number, OcppVersion version) {
        int last = version == OcppVersion.V2_0_1 ? CALL_ERROR : SEND;
        return number >= CALL && number <= last;
    }
}
