/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static io.ohmnibus.ocpp.OcppErrorCode.FORMAT_VIOLATION;
import static io.ohmnibus.ocpp.OcppErrorCode.PROPERTY_CONSTRAINT_VIOLATION;
import static io.ohmnibus.ocpp.OcppErrorCode.TYPE_CONSTRAINT_VIOLATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.ResetResponse;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** Stations that break rules (pains 9 and 12): what is let pass is mended and reported. */
class ToleranceTest {

    private static final String TIME = "'timestamp':'2025-01-01T00:00:00Z'";
    private static final OcppCodec STRICT = OcppCodec.of(OcppVersion.V2_1);
    private static final OcppCodec LENIENT =
            OcppCodec.of(OcppVersion.V2_1, Side.CSMS, EnumSet.allOf(Tolerance.class));

    /** Some messages are long: of the single faults, every seventh is enough here. */
    private static final int STRIDE = 7;

    private int faults;
    private final Set<String> judged = new HashSet<>();

    private static byte[] frame(String action, String payload) {
        return "[2,'id','%s',%s]".formatted(action, payload).replace('\'', '"').getBytes(UTF_8);
    }

    private static FrameException refused(OcppCodec codec, byte[] frame) {
        return catchThrowableOfType(FrameException.class, () -> codec.readFrame(frame));
    }

    /** The mended payload, after seeing that the strict codec takes only that one. */
    private static String mended(String action, String payload, Deviation... expected)
            throws FrameException {
        var frame = frame(action, payload);
        assertThat(refused(STRICT, frame)).isNotNull();
        var call = (Frame.Call) LENIENT.readFrame(frame);
        assertThat(call.deviations()).containsExactly(expected);
        assertThat(STRICT.readPayload(call.action().requestType(), call.payload()))
                .isEqualTo(call.request());
        return new String(call.payload(), UTF_8).replace('"', '\'');
    }

    private static void assertRefused(
            String action, String payload, OcppErrorCode code, String description) {
        var e = refused(LENIENT, frame(action, payload));
        assertThat(e.error().description()).isEqualTo(description);
        assertThat(e.error().code()).isEqualTo(code);
        assertThat(e.messageId()).isEqualTo("id");
    }

    private static Deviation deviation(Tolerance tolerated, String path) {
        return new Deviation(tolerated, path);
    }

    @Test
    void passesRightMessagesWithoutDeviations() throws FrameException {
        var call = (Frame.Call) LENIENT.readFrame(frame("Heartbeat", "{ }"));
        assertThat(call.deviations()).isEmpty();
        assertThat(call.payload()).asString(UTF_8).isEqualTo("{ }");
    }

    @Test
    void leavesOutNullsEmptyListsAndUnknownProperties() throws FrameException {
        var payload =
                mended(
                        "BootNotification",
                        "{'reason':'PowerUp','customData':null,'firmware':{'a':1},'a b':2,"
                                + "'chargingStation':{'vendorName':'V','model':'M','modem':null}}",
                        deviation(Tolerance.NULLS, "$.customData"),
                        deviation(Tolerance.UNKNOWN_PROPERTIES, "$.firmware"),
                        deviation(Tolerance.UNKNOWN_PROPERTIES, "$[?]"),
                        deviation(Tolerance.NULLS, "$.chargingStation.modem"));
        assertThat(payload)
                .isEqualTo("{'reason':'PowerUp','chargingStation':{'vendorName':'V','model':'M'}}");
        assertThat(
                        mended(
                                "Authorize",
                                "{'idToken':{'idToken':'1','type':'X','additionalInfo':[]}}",
                                deviation(Tolerance.EMPTY_LISTS, "$.idToken.additionalInfo")))
                .isEqualTo("{'idToken':{'idToken':'1','type':'X'}}");
    }

    @Test
    void cutsWhatOnlyDescribes() throws FrameException {
        var station = "{'reason':'PowerUp','chargingStation':{'vendorName':'V','model':'%s'}}";
        assertThat(
                        mended(
                                "BootNotification",
                                station.formatted("m".repeat(19) + "\uD83D\uDE00ore"),
                                deviation(Tolerance.LONG_TEXTS, "$.chargingStation.model")))
                .contains("m".repeat(19) + "\uD83D\uDE00'");
    }

    @Test
    void neverCutsIdentifiers() {
        assertRefused(
                "Authorize",
                "{'idToken':{'idToken':'" + "1".repeat(256) + "','type':'X'}}",
                PROPERTY_CONSTRAINT_VIOLATION,
                "$.idToken.idToken: expected at most 255 characters");
    }

    @Test
    void takesOutNulCharacters() throws FrameException {
        assertThat(
                        mended(
                                "Authorize",
                                "{'idToken':{'idToken':'1\\u0000\\u0000','type':'X'}}",
                                deviation(Tolerance.NUL_CHARACTERS, "$.idToken.idToken")))
                .isEqualTo("{'idToken':{'idToken':'1','type':'X'}}");
    }

    @Test
    void takesTimesWithoutZoneForUtc() throws FrameException {
        assertThat(
                        mended(
                                "SecurityEventNotification",
                                "{'type':'T','timestamp':'2025-01-01T00:00:00.5'}",
                                deviation(Tolerance.TIMES_WITHOUT_ZONE, "$.timestamp")))
                .isEqualTo("{'type':'T','timestamp':'2025-01-01T00:00:00.5Z'}");
    }

    @Test
    void leavesOutAnUnknownValueWhoseAbsenceMeansNothing() throws FrameException {
        var event =
                "{'eventType':'Updated',%s,'triggerReason':'Trigger','seqNo':1,"
                        + "'transactionInfo':{'transactionId':'T'%s}}";
        assertThat(
                        mended(
                                "TransactionEvent",
                                event.formatted(TIME, ",'chargingState':'Napping'"),
                                deviation(
                                        Tolerance.UNKNOWN_VALUES,
                                        "$.transactionInfo.chargingState")))
                .isEqualTo(event.formatted(TIME, ""));
    }

    @Test
    void leavesOutASampleThatWouldBecomeAnotherReading() throws FrameException {
        var values = "{'evseId':1,'meterValue':[{%s,'sampledValue':[%s{'value':1}]}]}";
        assertThat(
                        mended(
                                "MeterValues",
                                values.formatted(TIME, "{'value':7,'measurand':'Mood'},"),
                                deviation(
                                        Tolerance.UNKNOWN_VALUES,
                                        "$.meterValue[0].sampledValue[0].measurand")))
                .isEqualTo(values.formatted(TIME, ""));
        assertRefused( // nothing would be left
                "MeterValues",
                "{'evseId':1,'meterValue':[{%s,'sampledValue':[{'value':1,'phase':'L4'}]}]}"
                        .formatted(TIME),
                PROPERTY_CONSTRAINT_VIOLATION,
                "$.meterValue[0].sampledValue[0].phase: expected a value known to this version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'reason':'Boredom','chargingStation':{'model':'M','vendorName':'V'}}"
                        + "|PROPERTY|$.reason: expected a value known to this version",
                "{'reason':null,'chargingStation':{'model':'M','vendorName':'V'}}"
                        + "|TYPE|$.reason: expected a string",
                "{'customData':null,'chargingStation':{'model':'M','vendorName':'V'}}"
                        + "|OCCURRENCE|$.reason: is required",
                "{'reason':'PowerUp','chargingStation':{'model':7,'vendorName':'V'},'x':1}"
                        + "|TYPE|$.chargingStation.model: expected a string"
            })
    void refusesWhatCannotBeMended(String payload, String code, String description) {
        assertRefused(
                "BootNotification",
                payload,
                OcppErrorCode.valueOf(code + "_CONSTRAINT_VIOLATION"),
                description);
    }

    @Test
    void refusesAnUnknownAttributeRatherThanTakingItForActual() {
        assertRefused(
                "NotifyReport",
                "{'requestId':1,'generatedAt':'2025-01-01T00:00:00Z','seqNo':0,'reportData':[{"
                        + "'component':{'name':'C'},'variable':{'name':'V'},"
                        + "'variableAttribute':[{'type':'Guess','value':'1'}]}]}",
                PROPERTY_CONSTRAINT_VIOLATION,
                "$.reportData[0].variableAttribute[0].type: expected a value known to this version");
    }

    @Test
    void refusesMessagesThatAreWrongEverywhere() {
        var unknown = new StringBuilder("{'x0':0");
        for (int i = 1; i <= 1000; i++) {
            unknown.append(",'x").append(i).append("':0");
        }
        var e = refused(LENIENT, frame("Heartbeat", unknown + "}"));
        assertThat(e.error().code()).isEqualTo(FORMAT_VIOLATION);
    }

    @Test
    void toleratesNothingThatIsNotNamed() {
        var codec = OcppCodec.of(OcppVersion.V2_1, Side.CSMS, Set.of(Tolerance.NULLS));
        var e = refused(codec, frame("Heartbeat", "{'customData':null,'x':1}"));
        assertThat(e.error().description()).isEqualTo("$.x: is not a property known here");
    }

    @Test
    void toleratesDeviationsInAnswersWhenAskedTo() {
        var answer = "{\"status\":\"Accepted\",\"statusInfo\":null}".getBytes(UTF_8);
        var decoded = LENIENT.decode(ResetResponse.class, answer);
        assertThat(decoded.deviations())
                .containsExactly(deviation(Tolerance.NULLS, "$.statusInfo"));
        assertThat(decoded.payload()).asString(UTF_8).isEqualTo("{\"status\":\"Accepted\"}");
        Stream.of(
                        catchThrowableOfType(
                                OcppException.class,
                                () -> LENIENT.readPayload(ResetResponse.class, answer)),
                        catchThrowableOfType(
                                OcppException.class,
                                () -> STRICT.decode(ResetResponse.class, answer)))
                .forEach(e -> assertThat(e.error().code()).isEqualTo(TYPE_CONSTRAINT_VIOLATION));
    }

    @Test
    void refusesFramesThatGoOn() {
        var e = refused(LENIENT, "[2,\"id\",\"Heartbeat\",{\"x\":1},1]".getBytes(UTF_8));
        assertThat(e.error().code()).isEqualTo(OcppErrorCode.RPC_FRAMEWORK_ERROR);
        assertThat(refused(LENIENT, "[2,\"id\",\"Heartbeat\",{\"x\":1".getBytes(UTF_8)).error())
                .extracting(error -> error.code())
                .isEqualTo(OcppErrorCode.RPC_FRAMEWORK_ERROR);
    }

    /**
     * Each single fault is refused with the strict code, or mended into what the schemas accept.
     */
    @ParameterizedTest
    @EnumSource
    void mendsIntoWhatTheSchemasAccept(OcppVersion version) {
        var schemas = new Schemas(version);
        var codec = OcppCodec.of(version, Side.CSMS, EnumSet.allOf(Tolerance.class));
        var messages = new GeneratedMessages(20_251_125, true);
        var seen = new HashSet<Tolerance>();
        for (var type : schemas.messages()) {
            var message = messages.message(schemas.schema(type));
            new Faults(
                            fault -> {
                                if (faults++ % STRIDE == 0) {
                                    seen.addAll(mended(codec, schemas, type, message, fault));
                                }
                            })
                    .breakEverywhere(type.getSimpleName(), message, schemas.schema(type));
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        Tolerance.EMPTY_LISTS,
                        Tolerance.LONG_TEXTS,
                        Tolerance.NULLS,
                        Tolerance.TIMES_WITHOUT_ZONE,
                        Tolerance.UNKNOWN_PROPERTIES,
                        Tolerance.UNKNOWN_VALUES);
    }

    private List<Tolerance> mended(
            OcppCodec codec,
            Schemas schemas,
            Class<? extends Message> type,
            ObjectNode message,
            Faults.Fault fault) {
        try {
            var decoded = codec.decode(type, Schemas.MAPPER.writeValueAsBytes(message));
            var deviations = decoded.deviations();
            assertThat(deviations).as("%s %s", type, fault).hasSize(1);
            assertThat(deviations.getFirst().path()).isEqualTo(fault.path());
            var tolerated = deviations.getFirst().tolerated();
            if (judged.add(type.getSimpleName() + tolerated)) { // the whole message each time
                var tree = Schemas.MAPPER.readTree(decoded.payload());
                assertThat(schemas.accepts(type, tree)).as("%s %s", type, fault).isTrue();
            }
            return List.of(tolerated);
        } catch (OcppException e) {
            assertThat(e.error().code()).as("%s %s", type, fault).isEqualTo(fault.expected());
            return List.of();
        }
    }
}
