/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Kind;
import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.signing.SignedPayload;
import io.ohmnibus.ocpp.signing.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads and writes the frames of one version of OCPP for one side of the connection (Part 4).
 *
 * <p>Strict: what the version's schemas do not allow is refused with the error code and the JSON
 * path, both when reading and when writing. {@link Tolerance} names the exceptions that a codec may
 * make. Thread-safe.
 */
public final class OcppCodec {

    private final OcppVersion version;
    private final Side side;
    private final Set<Tolerance> tolerances;
    private final Plans plans;

    private OcppCodec(OcppVersion version, Side side, Set<Tolerance> tolerances) {
        this.version = version;
        this.side = side;
        this.tolerances = Set.copyOf(tolerances);
        this.plans = Plans.of(version);
    }

    public static OcppCodec of(OcppVersion version, Side side) {
        return of(version, side, Set.of());
    }

    /**
     * A codec for stations that break some rules. {@link #readFrame} and {@link #decode} mend what
     * is tolerated and report it; writing and {@link #readPayload} stay strict.
     */
    public static OcppCodec of(OcppVersion version, Side side, Set<Tolerance> tolerances) {
        return new OcppCodec(version, side, tolerances);
    }

    /** The codec of the CSMS. */
    public static OcppCodec of(OcppVersion version) {
        return of(version, Side.CSMS);
    }

    public OcppVersion version() {
        return version;
    }

    public Side side() {
        return side;
    }

    /** The rules that the other side may break. */
    public Set<Tolerance> tolerances() {
        return tolerances;
    }

    boolean isStrict() {
        return tolerances.isEmpty();
    }

    RecordPlan plan(Class<?> type) {
        return plans.plan(type);
    }

    /**
     * Reads a frame; the payload of a CALL or SEND is decoded and checked on the way.
     *
     * @throws FrameException when the frame must be refused or ignored
     */
    public Frame readFrame(byte[] utf8) throws FrameException {
        return new FrameReader(this, utf8).read();
    }

    /**
     * Reads the payload of an answer, mending what is tolerated.
     *
     * @throws OcppException when what is wrong is not tolerated, with error code and JSON path
     */
    public <M> Decoded<M> decode(Class<M> type, byte[] utf8) {
        try {
            return new Decoded<>(readPayload(type, utf8), utf8, List.of());
        } catch (OcppException e) {
            if (isStrict()) {
                throw e;
            }
            return mended(type, utf8);
        }
    }

    private <M> Decoded<M> mended(Class<M> type, byte[] utf8) {
        checkKnown(type);
        try (var in = Json.parser(utf8)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw Violation.type("expected an object");
            }
            var properties = OpenShape.object(in);
            readEnd(in);
            var decoded = new Mender(tolerances).read(plan(type), properties);
            return new Decoded<>(
                    type.cast(decoded.message()), decoded.payload(), decoded.deviations());
        } catch (JacksonException e) {
            throw Json.violation(e).toException();
        } catch (Violation violation) {
            throw violation.toException();
        }
    }

    private static void readEnd(JsonParser in) {
        if (in.nextToken() != null) {
            throw Violation.format("expected nothing after the payload");
        }
    }

    /**
     * Reads one record, usually a message.
     *
     * @throws OcppException when the version does not allow it, with error code and JSON path
     */
    public <M> M readPayload(Class<M> type, byte[] utf8) {
        checkKnown(type);
        try (var in = Json.parser(utf8)) {
            in.nextToken();
            var message = plans.plan(type).read(in);
            readEnd(in);
            return type.cast(message);
        } catch (JacksonException e) {
            throw Json.violation(e).toException();
        } catch (Violation violation) {
            throw violation.toException();
        }
    }

    /**
     * Writes a message, leaving out what is absent. The CSMS writes at most six decimal places.
     *
     * @throws OcppException NotSupported when this version cannot hold the message, InternalError
     *     when no version can
     */
    public byte[] writePayload(Message message) {
        return write(message, false).payload();
    }

    /**
     * Writes a message without the properties and optional values that this version does not know.
     *
     * @throws OcppException NotSupported when what is unknown sits where a value is required or in
     *     a list, InternalError when no version can hold the message
     */
    public Pruned writePruned(Message message) {
        return write(message, true);
    }

    private Pruned write(Message message, boolean pruning) {
        checkKnown(message.getClass());
        var plan = plans.plan(message.getClass());
        var dropped = new ArrayList<String>(0);
        try {
            var payload =
                    Json.write(
                            Json.TYPICAL_SIZE,
                            json -> {
                                var out = new Output(json, side, pruning);
                                plan.write(message, out);
                                dropped.addAll(out.droppedPaths());
                            });
            Utf8.check(payload); // the generator escapes lone surrogates
            return new Pruned(payload, dropped);
        } catch (Violation violation) {
            var code =
                    violation.isVersionGap()
                            ? OcppErrorCode.NOT_SUPPORTED
                            : OcppErrorCode.INTERNAL_ERROR;
            throw new OcppException(code, violation.description());
        }
    }

    private void checkKnown(Class<?> type) {
        if (version != OcppVersion.V2_1 && !plans.know(type)) {
            throw notSupported(type.getSimpleName() + " is not part of this version");
        }
    }

    /**
     * A CALL.
     *
     * @throws OcppException NotSupported when this side or version does not send the action so
     */
    public byte[] writeCall(String messageId, Action action, byte[] payload) {
        checkSendable(action, Kind.CALL);
        return FrameWriter.request(MessageType.CALL, messageId, action.wireName(), payload);
    }

    /** A signed CALL (Part 4, 7); fails as the plain one does. */
    public byte[] writeCall(String messageId, Action action, byte[] payload, Signer signer) {
        checkSendable(action, Kind.CALL);
        return signedRequest(MessageType.CALL, messageId, action, payload, signer);
    }

    private static byte[] signedRequest(
            int type, String messageId, Action action, byte[] payload, Signer signer) {
        var name = action.wireName() + SignedPayload.ACTION_SUFFIX;
        var signed = signer.sign(type, action, payload).toJson();
        return FrameWriter.request(type, messageId, name, signed);
    }

    /** A CALLRESULT. */
    public byte[] writeCallResult(String messageId, byte[] payload) {
        return FrameWriter.result(messageId, payload);
    }

    /** A signed CALLRESULT (Part 4, 7) that answers a CALL of that action. */
    public byte[] writeCallResult(String messageId, Action action, byte[] payload, Signer signer) {
        var signed = signer.sign(MessageType.CALL_RESULT, action, payload);
        return FrameWriter.result(messageId, signed.toJson());
    }

    /** A CALLERROR. */
    public byte[] writeCallError(String messageId, OcppError error) {
        return FrameWriter.error(MessageType.CALL_ERROR, messageId, error);
    }

    /**
     * The refusal of a CALLRESULT.
     *
     * @throws OcppException NotSupported in 2.0.1, which has no such frame
     */
    public byte[] writeCallResultError(String messageId, OcppError error) {
        if (!MessageType.isKnown(MessageType.CALL_RESULT_ERROR, version)) {
            throw notSupported("CALLRESULTERROR is not part of this version");
        }
        return FrameWriter.error(MessageType.CALL_RESULT_ERROR, messageId, error);
    }

    /**
     * A SEND.
     *
     * @throws OcppException NotSupported when this side or version does not send the action so
     */
    public byte[] writeSend(String messageId, Action action, byte[] payload) {
        checkSendable(action, Kind.SEND);
        return FrameWriter.request(MessageType.SEND, messageId, action.wireName(), payload);
    }

    /** A signed SEND (Part 4, 7); fails as the plain one does. */
    public byte[] writeSend(String messageId, Action action, byte[] payload, Signer signer) {
        checkSendable(action, Kind.SEND);
        return signedRequest(MessageType.SEND, messageId, action, payload, signer);
    }

    private void checkSendable(Action action, Kind kind) {
        if (!action.knownIn(version)) {
            throw notSupported(action.wireName() + " is not part of this version");
        }
        if (!side.sends(action) || action.kind() != kind) {
            throw notSupported(action.wireName() + " is not sent as a " + kind + " by this side");
        }
    }

    private static OcppException notSupported(String description) {
        return new OcppException(OcppErrorCode.NOT_SUPPORTED, description);
    }
}
