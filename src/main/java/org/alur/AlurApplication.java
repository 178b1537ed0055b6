package org.alur;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Alur: engine, web applications, case file and interfaces in one process. */
@SpringBootApplication
public class AlurApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(AlurApplication.class, arguments);
  }
}
