package eu.bridgehall.browser

import com.deque.html.axecore.args.AxeRunOptions
import com.deque.html.axecore.playwright.AxeBuilder
import com.microsoft.playwright.Browser
import com.microsoft.playwright.BrowserContext
import com.microsoft.playwright.BrowserType
import com.microsoft.playwright.Page
import com.microsoft.playwright.Playwright
import com.microsoft.playwright.options.ColorScheme
import io.micronaut.runtime.server.EmbeddedServer
import jakarta.inject.Inject
import spock.lang.Shared
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path

/**
 * A real browser on the demonstration. Pages are opened wide or as on a phone; whatever a page says
 * on its console, and whatever it fails to load, fails the feature. Pictures go to target/screenshots.
 */
abstract class BrowserCase extends Specification {
    static final String PASSWORD = 'bridgehall-demo-2026'
    protected static final Path SYSTEM = Path.of('/usr/bin/chromium')
    protected static final Path PICTURES = Path.of('target/screenshots')
    protected static final List<String> ARGUMENTS = [
            '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync']

    @Inject
    @Shared
    EmbeddedServer server
    @Shared
    Playwright playwright
    @Shared
    Browser browser

    protected final List<BrowserContext> contexts = []
    protected final List<String> complaints = []

    /** Whether there is a browser to drive; with CI=true a missing one is a failure, not a reason to skip. */
    static boolean available() {
        Files.isExecutable(SYSTEM) || System.getenv('CI') == 'true' || System.getenv('PLAYWRIGHT_BROWSERS_PATH') != null
    }

    void setupSpec() {
        def system = Files.isExecutable(SYSTEM)
        def options = new Playwright.CreateOptions()
        if (system) {
            options.setEnv([PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1'])
        }
        playwright = Playwright.create(options)
        def launch = new BrowserType.LaunchOptions().setArgs(ARGUMENTS)
        browser = playwright.chromium().launch(system ? launch.setExecutablePath(SYSTEM) : launch)
    }

    void cleanupSpec() {
        browser?.close()
        playwright?.close()
    }

    void cleanup() {
        contexts*.close()
        assert complaints == []
    }

    /** A window of its own, with its own cookies. */
    Page window(Map<String, Object> wish = [:]) {
        def phone = wish.phone ?: false
        def context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(server.URL.toString())
                .setLocale(wish.language as String ?: 'en-GB')
                .setJavaScriptEnabled(wish.script == null ? true : wish.script as boolean)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setColorScheme(wish.dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setViewportSize(wish.width as Integer ?: (phone ? 390 : 1280), phone ? 844 : 900))
        context.setDefaultTimeout(15_000)
        contexts << context
        def page = context.newPage()
        page.onConsoleMessage { if (it.type() == 'error' && !expected(it.text())) complaints << "console: ${it.text()}".toString() }
        page.onPageError { complaints << "script: $it".toString() }
        page.onRequestFailed { if (!(it.failure() ?: '').contains('ERR_ABORTED')) complaints << "failed: ${it.url()} ${it.failure()}".toString() }
        page.onResponse { if (it.status() >= 500) complaints << "answered ${it.status()}: ${it.url()}".toString() }
        page
    }

    /** A refusal that a feature asks for is also on the console; what fails otherwise is reported by its address. */
    protected static boolean expected(String text) {
        text.startsWith('Failed to load resource: the server responded with a status of 4')
    }

    Page signedIn(String email, Map<String, Object> wish = [:]) {
        def page = window(wish)
        page.navigate('/sign-in')
        page.locator('#f-email').fill(email)
        page.locator('#f-password').fill(wish.password as String ?: PASSWORD)
        page.locator('main form button').click()
        page.waitForURL('**/dashboard')
        page
    }

    /** The fields that the page says are wrong, in its order. */
    protected static List<String> errors(Page page) {
        page.locator('#errors a').all().collect { it.getAttribute('href') - '#f-' }
    }

    /** Nothing serious is found by axe, and the picture is kept under this name. */
    void looksRight(Page page, String name) {
        Files.createDirectories(PICTURES)
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("${name}.png")).setFullPage(true))
        noneIsShutOut(page, name)
        def overflow = page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as int
        assert overflow <= 0, "$name is wider than its window by $overflow px"
    }

    private static void noneIsShutOut(Page page, String name) {
        // no page has frames, and of what is right nothing is asked: both spare most of the time
        def options = new AxeRunOptions()
        options.resultTypes = ['violations']
        def found = new AxeBuilder(page).setLegacyMode(true).options(options).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
        def serious = found.violations.findAll { it.impact in ['serious', 'critical'] }
        assert serious.collect { "$name ${it.id}: ${it.nodes*.html.take(3)}".toString() } == []
    }
}
