package eu.bridgehall.hardening

/**
 * Values that a program may not expect, drawn for a schema of the API document. The same seed draws the same.
 * What is drawn is of the right shape more often than not, so that it comes further than to the first check.
 */
class Hostile {
    static final List<String> TEXTS = [
            '', ' ', '\u0000', 'a\u0000b', '\ud800', '\udfff\ud800', '\u202e', '\u200b', '\ufeff', '\uffff', '🏰', 'Ж' * 3000, 'a' * 70_000, '\t\r\n', "'", '"', '\\',
            "'; drop table person; --", '<script>alert(1)</script>', '../../../etc/passwd', '%', '%s%n', '_', '${7*7}', '#{7*7}', '{0}', '{', "{x, plural, ", "''",
            'null', 'true', '-1', '0', '9' * 400, '1e999', 'NaN', '-Infinity', '0x10', '1.5', '٣', '2026-02-30', '0000-00-00', '+999999999-01-01T00:00:00Z',
            '2026-05-31T10:00:00Z', 'en', 'xx', 'FR', 'ua', 'xn--', 'a@b', 'a@b.example', 'http://', 'javascript:alert(1)', 'https://[::1', 'https://a.example/\u0000',
            '00000000-0000-0000-0000-000000000000', 'W/"1"', '*', '"1"', 'other', 'spam', 'join', 'name', 'Lviv (UA)', 'Київ', 'water', '+' * 200, '(((((', '"a" OR', 'a~99999999', '-', '--', 'AND NOT']
    /** No text of the database can hold a zero; the right ones between bring what is sent further. */
    static final List<String> ZEROS = ['\u0000', 'a\u0000b', 'a\u0000@town.example', 'FR\u0000', 'nobody@town.example', 'Because of it.', 'FR']
    private static final List<Object> NUMBERS = [
            0, 1, -1, 2, 10, 20, 200, 201, 100_000, 100_001, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 2.5, -0.0, 1e308, 1e-320, 99.999, -180.1,
            new BigDecimal('1e400'), new BigInteger('9' * 60)]

    private final Random random
    private final Map<String, Map> schemas
    private final List<String> ids
    private final List<String> texts

    /**
     * @param ids of things that are there, which a request may be about
     * @param texts what is drawn where a text belongs
     */
    Hostile(long seed, Map<String, Map> schemas, List<String> ids, List<String> texts = TEXTS) {
        this.texts = texts
        this.random = new Random(seed)
        this.schemas = schemas
        this.ids = ids
    }

    /** Once in so many times. */
    boolean once(int times) { random.nextInt(times) == 0 }

    def <T> T oneOf(List<T> all) { all[random.nextInt(all.size())] }

    /** A value for a schema, of its shape or not. */
    Object value(Map schema, int depth = 0) {
        if (once(8)) {
            return anything()
        }
        def known = schema?.get('$ref') ? schemas[schema['$ref'].toString().tokenize('/').last()] : schema
        if (known?.allOf) {
            return value(known.allOf.first() as Map, depth)
        }
        if (known?.enum) {
            return oneOf(known.enum as List)
        }
        if (known?.format == 'uuid') {
            return id()
        }
        switch (known?.type) {
            case 'integer': case 'number': return oneOf(NUMBERS)
            case 'boolean': return once(2)
            case 'array': return depth > 5 ? [] : (0..<oneOf([0, 1, 2, 3, 500])).collect { value(known.items as Map, depth + 4) }
            case 'object': return depth > 6 ? [:] : object(known, depth)
            default: return oneOf(texts)
        }
    }

    private Map object(Map schema, int depth) {
        def fields = [:]
        (schema.properties ?: [:]).each { name, field ->
            if (!once(6)) {
                fields[name] = value(field as Map, depth + 1)
            }
        }
        if (schema.additionalProperties instanceof Map) {
            (0..<oneOf([0, 1, 3])).each { fields[oneOf(TEXTS)] = value(schema.additionalProperties as Map, depth + 1) }
        }
        if (once(10)) {
            fields[oneOf(TEXTS)] = anything()
        }
        fields
    }

    String id() { once(5) ? oneOf(TEXTS) : once(3) ? UUID.randomUUID().toString() : oneOf(ids) }

    private Object anything() {
        oneOf([null, [], [:], [[[[]]]], [null], [a: [b: null]], true, oneOf(NUMBERS), oneOf(TEXTS), [oneOf(TEXTS)], [(oneOf(TEXTS)): 1]])
    }

    /** What is to be sent as JSON: mostly the value, sometimes no JSON at all. */
    String json(Object value) {
        once(25) ? oneOf(['', '[', '{"a":', 'null', '""', '{}{}', '\u0000', '{"a":1,"a":2}', '[' * 5000]) : written(value)
    }

    /** Half surrogates and zeros are written as JSON can write them. */
    private static String written(Object value) {
        if (value instanceof Map) {
            return '{' + value.collect { k, v -> written(k.toString()) + ':' + written(v) }.join(',') + '}'
        }
        if (value instanceof List) {
            return '[' + value.collect { written(it) }.join(',') + ']'
        }
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return String.valueOf(value).replace('Infinity', '1e999')
        }
        '"' + value.toString().collect { c ->
            c == '"' || c == '\\' ? '\\' + c : (c as char) < 32 || Character.isSurrogate(c as char) ? String.format('\\u%04x', (int) (c as char)) : c
        }.join() + '"'
    }
}
