/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A frame that cannot be processed.
 *
 * <p>Unless it is {@link #silent()}, it has to be answered with a CALLERROR made of {@link
 * #messageId()} and {@link #error()}. Silent ones are only counted: unknown message types, and
 * everything that is itself an answer or a SEND. A CALLRESULT or CALLERROR that is wrong but whose
 * id was readable still ends the CALL of that id.
 */
public final class FrameException extends Exception {

    /** Stands for a message id that could not be read. */
    public static final String UNREADABLE_ID = "-1";

    private static final long serialVersionUID = 1L;

    private final int messageType;
    private final String messageId;
    private final transient @Nullable Action action;
    private final transient OcppError error;

    FrameException(int messageType, String messageId, @Nullable Action action, OcppError error) {
        super(error.code().wireName() + ": " + error.description(), null, false, false);
        this.messageType = messageType;
        this.messageId = messageId;
        this.action = action;
        this.error = error;
    }

    /** The message type number, 2 to 6; 0 when unreadable, -1 when unknown to the version. */
    public int messageType() {
        return messageType;
    }

    /** The id of the message, or {@value #UNREADABLE_ID}. */
    public String messageId() {
        return messageId;
    }

    /** The action, when the frame named a known one. */
    public Optional<Action> action() {
        return Optional.ofNullable(action);
    }

    /** Why the frame is refused. */
    public OcppError error() {
        return error;
    }

    /** Whether the frame must not be answered with a CALLERROR. */
    public boolean silent() {
        return messageType != MessageType.CALL && messageType != MessageType.UNREADABLE;
    }
}
