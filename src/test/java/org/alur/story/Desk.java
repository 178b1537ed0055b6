package org.alur.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at work: a browser of their own, in which they are logged in to Tasklist. */
final class Desk implements AutoCloseable {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String FORM = ".fjs-container";
  private static final String DIALOG = ".modal-dialog";
  private static final String USER = "input[ng-model=username]";

  /** Tasklist gives its plug-ins seven seconds, which a busy machine may exceed. */
  private static final int TRIES = 4;

  private static final int PATIENCE = 20_000;

  private final String user;
  private final BrowserContext context;
  private final Page page;

  /** Sits down and logs in; the password of the demo is the user's id. */
  Desk(Browser browser, String server, String user) {
    this.user = user;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(server)
                .setViewportSize(1500, 950)
                .setLocale("en-US")
                .setTimezoneId("Asia/Jakarta"));
    context.setDefaultTimeout(PATIENCE);
    page = context.newPage();
    open();
    logIn();
  }

  private void open() {
    for (int i = 1; i <= TRIES; i++) {
      page.navigate(TASKLIST);
      if (comes(page.locator(USER), PATIENCE)) {
        return;
      }
    }
    throw new IllegalStateException("Tasklist did not ask " + user + " to log in.");
  }

  /** The page forgets what was typed before it has loaded itself fully. */
  private void logIn() {
    for (int i = 1; i <= TRIES; i++) {
      page.locator(USER).fill(user);
      page.locator("input[ng-model=password]").fill(user);
      page.locator("[type=submit]").first().click();
      if (comes(page.locator(".task-filters .task-filter").first(), PATIENCE)) {
        return;
      }
    }
    throw new IllegalStateException("Tasklist did not let " + user + " in.");
  }

  private static boolean comes(Locator wanted, int milliseconds) {
    try {
      wanted.waitFor(new Locator.WaitForOptions().setTimeout(milliseconds));
      return true;
    } catch (TimeoutError late) {
      return false;
    }
  }

  /** Begins a process in the dialog for it. */
  FormPage start(String process) {
    page.locator(".start-process-action a").click();
    page.locator(DIALOG).getByText(process, exactly()).click();
    return form();
  }

  /** Sends the request that stands in the dialog. */
  void send() {
    page.locator(DIALOG).getByText("Start", new Locator.GetByTextOptions().setExact(true)).click();
    await(page.locator(DIALOG), WaitForSelectorState.DETACHED);
  }

  /** Takes a task about somebody from a list, unless it is theirs already, and opens its form. */
  FormPage take(String list, String task) {
    open(list, task);
    Locator claim = page.locator("button.claim");
    Locator holder = page.locator("[cam-tasklist-task-meta] .assignee");
    holder.first().waitFor();
    if (claim.isVisible()) {
      claim.click();
      await(claim, WaitForSelectorState.DETACHED);
    }
    return form();
  }

  private void open(String list, String task) {
    page.locator(".task-filters h4.name a").filter(named(list + "(\\s*\\d+)?")).click();
    Locator card =
        page.locator(".tasks-list .task .clickable")
            .filter(new Locator.FilterOptions().setHas(page.locator("h4").filter(named(task))));
    card.first().click();
    page.locator("h2.task").filter(named(task)).waitFor();
  }

  private static Locator.FilterOptions named(String pattern) {
    return new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + pattern + "\\s*$"));
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private FormPage form() {
    page.locator(FORM).waitFor();
    return new FormPage(page.locator(FORM));
  }

  /** Completes the open task. */
  void complete() {
    press();
    await(page.locator(FORM), WaitForSelectorState.DETACHED);
  }

  /** Tries to complete the open task in vain. */
  void completeInVain() {
    press();
    assertThat(page.locator(".alur-host__refusal"))
        .not()
        .isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(PATIENCE));
  }

  private void press() {
    page.locator(".form-actions button").filter(named("Complete")).last().click();
  }

  /** Opens the page of a case, and reads what may be done there. */
  List<String> actionsOn(String caseNumber) {
    page.navigate("/cases/" + caseNumber);
    page.locator(".alur-case__head").waitFor();
    Locator actions = page.locator("main > .actions button");
    actions.first().waitFor();
    return actions.allTextContents();
  }

  /** Opens the page of a case, and reads a part of it. */
  String readsOn(String caseNumber, String part) {
    page.navigate("/cases/" + caseNumber);
    return part(part).innerText();
  }

  private Locator part(String name) {
    Locator title = page.locator("h3").filter(FormPage.exactly(name));
    return page.locator("section").filter(new Locator.FilterOptions().setHas(title));
  }

  /** Photographs a part of the open page of a case. */
  void photographPart(String name, Path picture) {
    part(name).screenshot(new Locator.ScreenshotOptions().setPath(picture));
  }

  /** Opens the page of a case, and reads the buttons and menus that are seen at once. */
  List<String> actionsAtHand(String caseNumber) {
    actionsOn(caseNumber);
    return page.locator("main > .actions :is(button, summary):visible").allTextContents();
  }

  /** Chooses an action from a menu of the open case, and reads what its form is called. */
  String titleOfForm(String menu, String action) {
    page.locator(".menu summary").filter(named(menu)).click();
    page.locator(".menu[open] button").filter(named(action)).click();
    page.locator("dialog " + FORM).waitFor();
    return page.locator("dialog > h2").innerText();
  }

  /** Sends the form of an action empty, and tells whether nothing covers what is missing. */
  boolean seesWhatIsMissing(String caseNumber, String action) {
    page.navigate("/cases/" + caseNumber);
    page.locator("main > .actions button").filter(named(action)).click();
    page.locator("dialog " + FORM).waitFor();
    page.locator("dialog > .actions button").first().click();
    page.locator("dialog .fjs-has-errors:focus, dialog .fjs-has-errors :focus").first().waitFor();
    return page.locator(".flatpickr-calendar.open, .fjs-dropdownlist:visible").count() == 0;
  }

  /** The number of the case that the open task is about. */
  String caseNumber() {
    return page.locator(".tasks-list .task.active .alur-card__number").innerText();
  }

  /** Turns from the form to another side of the task. */
  void turnTo(String tab) {
    page.locator(".task-details .nav-tabs a").filter(named(tab)).click();
  }

  /** Waits for words on the screen. */
  void sees(String words) {
    page.getByText(words).first().waitFor();
  }

  /** Leaves for good. */
  void logOut() {
    page.locator(".account .dropdown-toggle").click();
    page.locator(".account .logout a").click();
    page.locator(USER).waitFor();
    close();
  }

  /** Photographs the screen. */
  void photograph(Path picture) {
    closeNotices();
    // Without what shows up only under the mouse.
    page.mouse().move(750, 940);
    await(page.locator(".tooltip"), WaitForSelectorState.DETACHED);
    page.screenshot(new Page.ScreenshotOptions().setPath(picture));
  }

  /** What Tasklist tells about the task before. */
  private void closeNotices() {
    page.locator(".page-notifications button.close:not(.ng-hide)")
        .evaluateAll("all => all.forEach(one => one.click())");
  }

  private static void await(Locator locator, WaitForSelectorState state) {
    locator.waitFor(new Locator.WaitForOptions().setState(state));
  }

  @Override
  public void close() {
    context.close();
  }
}
