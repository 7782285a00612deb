/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.AbstractDataBufferDecoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.MimeType;

/** Reads bodies of type {@code text/csv}. */
final class CsvDecoder extends AbstractDataBufferDecoder<CsvBody> {

    static final MimeType TEXT_CSV = new MimeType("text", "csv");

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .setTrim(true)
                    .get();

    CsvDecoder() {
        super(TEXT_CSV);
        setMaxInMemorySize(CsvBody.MAX_BYTES);
    }

    @Override
    public boolean canDecode(ResolvableType type, @Nullable MimeType mimeType) {
        return type.resolve() == CsvBody.class && super.canDecode(type, mimeType);
    }

    @Override
    public CsvBody decode(
            DataBuffer buffer,
            ResolvableType type,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        try (Reader reader = reader(buffer)) {
            return read(reader);
        } catch (CharacterCodingException _) {
            throw Problem.badRequest("The file is not UTF-8");
        } catch (IOException | UncheckedIOException | IllegalArgumentException _) {
            throw Problem.badRequest(
                    "The file is not CSV with one name per column in its first line");
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static Reader reader(DataBuffer buffer) {
        return new InputStreamReader(buffer.asInputStream(), StandardCharsets.UTF_8.newDecoder());
    }

    private static CsvBody read(Reader reader) throws IOException {
        try (CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            List<String> columns = parser.getHeaderNames().stream().map(CsvDecoder::clean).toList();
            List<CsvBody.Row> rows = new ArrayList<>();
            long line = parser.getCurrentLineNumber() + 1;
            for (CSVRecord row : parser) {
                rows.add(new CsvBody.Row(line, values(columns, row)));
                line = parser.getCurrentLineNumber() + 1;
            }
            return new CsvBody(columns, rows);
        }
    }

    private static Map<String, String> values(List<String> columns, CSVRecord row) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < columns.size() && i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                values.put(columns.get(i), row.get(i));
            }
        }
        return values;
    }

    private static String clean(String column) {
        boolean marked = !column.isEmpty() && column.charAt(0) == BYTE_ORDER_MARK;
        return marked ? column.substring(1).strip() : column;
    }
}
