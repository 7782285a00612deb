/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import java.util.Arrays;
import java.util.Optional;

/** The codes of CALLERROR and CALLRESULTERROR (Part 4, 4.3). */
public enum OcppErrorCode implements WireEnum {
    /** The payload is not what the action's schema describes: broken JSON, an unknown property. */
    FORMAT_VIOLATION("FormatViolation"),
    /** None of the other codes fits. */
    GENERIC_ERROR("GenericError"),
    /** The receiver failed at its own work; the message may have been right. */
    INTERNAL_ERROR("InternalError"),
    /** The frame's message type number is unknown. */
    MESSAGE_TYPE_NOT_SUPPORTED("MessageTypeNotSupported"),
    /** The receiver does not know the action. */
    NOT_IMPLEMENTED("NotImplemented"),
    /** The receiver knows the action but does not support it. */
    NOT_SUPPORTED("NotSupported"),
    /** A field is missing, or a list is too short or too long. */
    OCCURRENCE_CONSTRAINT_VIOLATION("OccurrenceConstraintViolation"),
    /** A field has a value that it may not have: too long, out of range, not one of the allowed. */
    PROPERTY_CONSTRAINT_VIOLATION("PropertyConstraintViolation"),
    /** The message does not have the structure that the protocol gives it. */
    PROTOCOL_ERROR("ProtocolError"),
    /** The frame around the payload is wrong. */
    RPC_FRAMEWORK_ERROR("RpcFrameworkError"),
    /** Security forbids the action here or now. */
    SECURITY_ERROR("SecurityError"),
    /** A field has a value of another JSON type than its own. */
    TYPE_CONSTRAINT_VIOLATION("TypeConstraintViolation");

    private final String wireName;

    OcppErrorCode(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** The code of that spelling; empty for codes that stations invented. */
    public static Optional<OcppErrorCode> ofWireName(String name) {
        return Arrays.stream(values()).filter(code -> code.wireName.equals(name)).findFirst();
    }
}
