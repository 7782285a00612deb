/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.signed;

import org.jspecify.annotations.Nullable;

/** Takes apart the data of meters of one encoding method. One bean per method. */
interface MeterDataFormat {

    /** The encodingMethod of OCPP, compared without regard to case. */
    String encodingMethod();

    /** What was signed and by what, or {@link IllegalArgumentException} when it cannot be read. */
    SignedContent read(byte[] meterData);

    /**
     * The parts of signed meter data.
     *
     * @param content what was signed, byte for byte
     * @param signature in DER
     * @param signingMethod of OCPP's list, where the data themselves name it
     */
    record SignedContent(byte[] content, byte[] signature, @Nullable String signingMethod) {}
}
