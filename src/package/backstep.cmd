@echo off
rem Starts Backstep on Windows, as the shell script beside it does elsewhere: a window, a command and one that draws nothing each have their own cache of classes.
setlocal DisableDelayedExpansion
rem What is set for other Java programs could keep this one from starting.
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
set "HOME_=%~dp0.."
set "USE=command"
if "%~1"=="" set "USE=window"
if "%~2"=="" (
  if /i "%~x1"==".bs" set "USE=window"
  if /i "%~x1"==".md" set "USE=window"
  if exist "%~1" if not exist "%~1\*" set "USE=window"
)
if "%~1"=="train" set "USE=train"
set "CACHE=command"
if "%~1"=="eval" set "CACHE=numbers"
if "%~1"=="trace" set "CACHE=numbers"
if "%~1"=="check" set "CACHE=numbers"
if "%USE%"=="window" goto window
if "%USE%"=="train" goto train
"%HOME_%\runtime\bin\java.exe" "@%HOME_%\app\options" "@%HOME_%\app\options-command" "-XX:AOTCache=%HOME_%\app\%CACHE%.aot" -cp "%HOME_%\app\backstep.jar" dev.backstep.Main %*
exit /b %ERRORLEVEL%
:train
"%HOME_%\runtime\bin\java.exe" "@%HOME_%\app\options" "@%HOME_%\app\options-train" -XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput "-XX:CompilerDirectivesFile=%HOME_%\app\compiler-train.json" -cp "%HOME_%\app\backstep.jar" dev.backstep.Main %*
exit /b %ERRORLEVEL%
:window
start "" "%HOME_%\runtime\bin\javaw.exe" "@%HOME_%\app\options" "@%HOME_%\app\options-window" -XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput "-XX:CompilerDirectivesFile=%HOME_%\app\compiler.json" "-XX:AOTCache=%HOME_%\app\window.aot" -cp "%HOME_%\app\backstep.jar" dev.backstep.Main %*
