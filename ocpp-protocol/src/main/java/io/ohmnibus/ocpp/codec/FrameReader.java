/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static io.ohmnibus.ocpp.OcppErrorCode.FORMAT_VIOLATION;
import static io.ohmnibus.ocpp.OcppErrorCode.MESSAGE_TYPE_NOT_SUPPORTED;
import static io.ohmnibus.ocpp.OcppErrorCode.NOT_IMPLEMENTED;
import static io.ohmnibus.ocpp.OcppErrorCode.NOT_SUPPORTED;
import static io.ohmnibus.ocpp.OcppErrorCode.RPC_FRAMEWORK_ERROR;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Kind;
import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.signing.SignedPayload;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** Reads one frame, remembering what a refusal has to mention. */
final class FrameReader {

    private static final int MAX_ID_LENGTH = 36;

    /** The start of the frame, its type, id and action, the start of the payload. */
    private static final int TOKENS_TO_PAYLOAD = 5;

    private final OcppCodec codec;
    private final byte[] utf8;
    private int type = MessageType.UNREADABLE;
    private String id = FrameException.UNREADABLE_ID;
    private @Nullable Action action;
    private boolean wrapped;
    private @Nullable SignedPayload signed;

    FrameReader(OcppCodec codec, byte[] utf8) {
        this.codec = codec;
        this.utf8 = utf8;
    }

    Frame read() throws FrameException {
        try (JsonParser in = Json.parser(utf8)) {
            return frame(in);
        } catch (Violation violation) {
            throw refusal(RPC_FRAMEWORK_ERROR, violation.getMessage());
        } catch (JacksonException e) {
            throw refusal(RPC_FRAMEWORK_ERROR, Json.violation(e).getMessage());
        }
    }

    private Frame frame(JsonParser in) throws FrameException {
        if (in.nextToken() != JsonToken.START_ARRAY) {
            throw refusal(RPC_FRAMEWORK_ERROR, "expected a JSON array");
        }
        readType(in);
        readId(in);
        return switch (type) {
            case MessageType.CALL -> call(in);
            case MessageType.CALL_RESULT -> result(in);
            case MessageType.CALL_ERROR -> new Frame.CallError(id, error(in));
            case MessageType.CALL_RESULT_ERROR -> new Frame.CallResultError(id, error(in));
            default -> send(in);
        };
    }

    private void readEnd(JsonParser in) throws FrameException {
        if (in.nextToken() != JsonToken.END_ARRAY || in.nextToken() != null) {
            throw refusal(RPC_FRAMEWORK_ERROR, "expected the end of the frame");
        }
    }

    private void readType(JsonParser in) throws FrameException {
        var token = in.nextToken();
        if (token == JsonToken.END_ARRAY) {
            throw refusal(RPC_FRAMEWORK_ERROR, "expected a message type number");
        }
        boolean readable =
                token == JsonToken.VALUE_NUMBER_INT && in.getNumberType() == NumberType.INT;
        if (!readable || !MessageType.isKnown(in.getIntValue(), codec.version())) {
            type = MessageType.UNKNOWN; // Part 4, 4.1.3: the rest is ignored
            throw refusal(MESSAGE_TYPE_NOT_SUPPORTED, "expected a known message type number");
        }
        type = in.getIntValue();
    }

    private void readId(JsonParser in) throws FrameException {
        String text = in.nextToken() == JsonToken.VALUE_STRING ? in.getString() : "";
        if (!isId(text)) {
            throw refusal(RPC_FRAMEWORK_ERROR, "expected a message id of 1 to 36 characters");
        }
        id = text;
    }

    static boolean isId(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= MAX_ID_LENGTH
                && text.chars().noneMatch(Character::isISOControl);
    }

    private Frame call(JsonParser in) throws FrameException {
        var known = action(in, Kind.CALL);
        var decoded = decoded(in, known);
        var request = (Request<?>) decoded.message();
        return new Frame.Call(id, known, request, decoded.payload(), decoded.deviations(), signed);
    }

    private Frame send(JsonParser in) throws FrameException {
        var known = action(in, Kind.SEND);
        var decoded = decoded(in, known);
        var message = (Message) decoded.message();
        return new Frame.Send(id, known, message, decoded.payload(), decoded.deviations(), signed);
    }

    /** The action, if this side and version take it as that kind of message. */
    private Action action(JsonParser in, Kind kind) throws FrameException {
        if (in.nextToken() != JsonToken.VALUE_STRING) {
            throw refusal(RPC_FRAMEWORK_ERROR, "expected the name of an action");
        }
        var name = in.getString();
        var named = Action.ofWireName(name).orElse(null);
        if (named == null && name.endsWith(SignedPayload.ACTION_SUFFIX)) {
            wrapped = true;
            int end = name.length() - SignedPayload.ACTION_SUFFIX.length();
            named = Action.ofWireName(name.substring(0, end)).orElse(null);
        }
        if (named == null) {
            throw refusal(NOT_IMPLEMENTED, "unknown action");
        }
        action = named;
        if (!named.knownIn(codec.version())) {
            throw refusal(NOT_SUPPORTED, named.wireName() + " is not part of this version");
        }
        if (!codec.side().receives(named)) {
            throw refusal(NOT_SUPPORTED, named.wireName() + " goes in the other direction only");
        }
        if (named.kind() != kind) {
            throw refusal(NOT_SUPPORTED, named.wireName() + " is sent only as a " + named.kind());
        }
        return named;
    }

    private int startOfPayload(JsonParser in) throws FrameException {
        var token = in.nextToken();
        if (token == JsonToken.END_ARRAY) {
            throw refusal(RPC_FRAMEWORK_ERROR, "expected a payload");
        }
        if (token != JsonToken.START_OBJECT) {
            throw refusal(FORMAT_VIOLATION, "expected a payload that is a JSON object");
        }
        return (int) in.currentTokenLocation().getByteOffset();
    }

    private Decoded<?> decoded(JsonParser in, Action known) throws FrameException {
        int start = startOfPayload(in);
        if (wrapped) {
            return unwrapped(in, known);
        }
        var plan = codec.plan(known.requestType());
        try {
            var message = plan.read(in);
            var payload = payload(start, in);
            readEnd(in);
            return new Decoded<>(message, payload, List.of());
        } catch (Violation violation) {
            if (codec.isStrict() || violation.isTruncation()) {
                throw refusal(violation);
            }
            return mended(plan);
        }
    }

    /** What a signed payload contains (Part 4, 7.2). */
    private Decoded<?> unwrapped(JsonParser in, Action known) throws FrameException {
        try {
            signed = SignedPayloads.find(type, in);
            readEnd(in);
            if (signed == null) {
                throw Violation.occurrence("expected a flattened JWS");
            }
            return codec.decode(known.requestType(), SignedPayloads.content(signed));
        } catch (Violation violation) {
            throw refusal(violation);
        } catch (OcppException e) {
            throw new FrameException(type, id, action, e.error());
        }
    }

    /** Reads the frame once more, up to its end. */
    private Decoded<Object> mended(RecordPlan plan) throws FrameException {
        try (JsonParser in = Json.parser(utf8)) {
            for (int i = 0; i < TOKENS_TO_PAYLOAD; i++) {
                in.nextToken();
            }
            var properties = OpenShape.object(in);
            readEnd(in);
            return new Mender(codec.tolerances()).read(plan, properties);
        } catch (JacksonException e) {
            throw refusal(Json.violation(e));
        } catch (Violation violation) {
            throw refusal(violation);
        }
    }

    /** An answer, whose payload is decoded elsewhere. */
    private Frame result(JsonParser in) throws FrameException {
        int start = startOfPayload(in);
        signed = SignedPayloads.find(type, in);
        var payload = signed == null ? payload(start, in) : SignedPayloads.content(signed);
        readEnd(in);
        return new Frame.CallResult(id, payload, signed);
    }

    private byte[] payload(int start, JsonParser in) {
        return Arrays.copyOfRange(utf8, start, (int) in.currentLocation().getByteOffset());
    }

    private OcppError error(JsonParser in) throws FrameException {
        String code = in.nextToken() == JsonToken.VALUE_STRING ? in.getString() : null;
        String text = in.nextToken() == JsonToken.VALUE_STRING ? in.getString() : null;
        if (code == null || text == null || in.nextToken() != JsonToken.START_OBJECT) {
            throw refusal(RPC_FRAMEWORK_ERROR, "expected error code, description and details");
        }
        var error = ErrorCodes.error(code, text, OpenShape.object(in));
        readEnd(in);
        return error;
    }

    private FrameException refusal(Violation violation) {
        return violation.isTruncation()
                ? refusal(RPC_FRAMEWORK_ERROR, violation.getMessage())
                : refusal(violation.code(), violation.description());
    }

    private FrameException refusal(OcppErrorCode code, String description) {
        return new FrameException(type, id, action, new OcppError(code, description));
    }
}
